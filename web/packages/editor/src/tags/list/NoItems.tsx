/** In place of cards where the task has none, or no list of them. */

import { t } from '@labelwright/i18n'
import { Card } from '../../view/Card'

export const NoItems = ({ name }: { name: string }) => (
  <Card title={t('forms.noItems', { name })}>{t('forms.noItemsMore')}</Card>
)

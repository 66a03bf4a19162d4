import { t } from '@labelwright/i18n'

/** What one can choose from, in the language of now. */
export const colorSchemes = () => [
  { value: 'light', label: t('common.theme_light') },
  { value: 'dark', label: t('common.theme_dark') },
  { value: 'auto', label: t('common.theme_auto') },
]

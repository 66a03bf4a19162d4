import { LOCALES, type Locale, locale, t } from '@labelwright/i18n'
import { SegmentedControl } from '@mantine/core'
import { chooseLocale } from '../kit/language.ts'

export function LanguageSwitch() {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('common.language')}
      value={locale()}
      onChange={(value) => void chooseLocale(value as Locale)}
      data={Object.entries(LOCALES).map(([value, label]) => ({ value, label }))}
    />
  )
}

import { LOCALES, type Locale, locale, t } from '@labelwright/i18n'
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { chooseLocale } from '../kit/language.ts'
import { colorSchemes } from './colorSchemes.ts'

/** The part of the account menu that is about how everything looks: items, so that the arrow keys reach them. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('common.theme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
        {colorSchemes().map(({ value, label }) => (
          <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('common.language')}</Menu.Label>
      <Menu.RadioGroup value={locale()} onChange={(value) => void chooseLocale(value as Locale)}>
        {Object.entries(LOCALES).map(([value, label]) => (
          <Menu.RadioItem key={value} value={value} closeMenuOnClick={false} lang={value}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

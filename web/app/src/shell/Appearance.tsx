import '../mantine.pages.css'
import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import { ColorSchemeSwitch } from './ColorSchemeSwitch.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** The part of the account menu that is about how everything looks. */
export default function Appearance() {
  return (
    <>
      <Menu.Label>{t('common.theme')}</Menu.Label>
      <div style={{ padding: '0 8px 8px' }}>
        <ColorSchemeSwitch />
      </div>
      <Menu.Label>{t('common.language')}</Menu.Label>
      <div style={{ padding: '0 8px 8px' }}>
        <LanguageSwitch />
      </div>
    </>
  )
}

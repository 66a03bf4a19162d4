import { t } from '@labelwright/i18n'
import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('common.theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
      data={[
        { value: 'light', label: t('common.theme_light') },
        { value: 'dark', label: t('common.theme_dark') },
        { value: 'auto', label: t('common.theme_auto') },
      ]}
    />
  )
}

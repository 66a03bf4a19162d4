import { t } from '@labelwright/i18n'
import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { colorSchemes } from './colorSchemes.ts'

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('common.theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
      data={colorSchemes()}
    />
  )
}

/** The look of Mantine's parts in the editor, and where their pop-ups go. */

import { createTheme, type MantineThemeOverride } from '@mantine/core'

export const themeFor = (portal: HTMLElement | undefined): MantineThemeOverride =>
  createTheme({
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    primaryColor: 'indigo',
    primaryShade: { light: 7, dark: 7 },
    defaultRadius: 'md',
    cursorType: 'pointer',
    focusRing: 'auto',
    components: {
      // Inside the editor, so that pop-ups have its colours and a host's styles don't reach them.
      Portal: { defaultProps: portal ? { target: portal } : {} },
      Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 12 } },
      Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    },
  })

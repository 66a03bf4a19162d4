/** The look of Mantine's parts in the editor, and where their pop-ups go. */

import { createTheme, type MantineThemeOverride } from '@mantine/core'
import { homeOf } from '../media/home'
import { palette } from './palette'

export function themeFor(root: HTMLElement | undefined): MantineThemeOverride {
  const isForeign = root !== undefined && homeOf(root) !== document
  return createTheme({
    ...(isForeign ? { scale: fontScale(root) } : {}),
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    primaryColor: 'teal',
    primaryShade: 7,
    colors: palette,
    defaultRadius: 'md',
    cursorType: 'pointer',
    focusRing: 'auto',
    components: {
      // Inside the editor, so that pop-ups have its colours and a host's styles don't reach them.
      Portal: { defaultProps: root ? { target: root } : {} },
      Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 12 } },
      // What it puts first for the focus has no place in a menu for assistive technology; the menu itself takes it.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      // A dialog's <header> would count as a second banner of the page.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      // Locking the scroll of a page that is not ours would need styles in it.
      Modal: { defaultProps: { centered: true, lockScroll: !isForeign, overlayProps: { backgroundOpacity: 0.35 } } },
    },
  })
}

/** Sizes are in `rem`, which a page around the editor may have set to anything: what the person prefers counts. */
function fontScale(root: HTMLElement): number {
  const probe = root.appendChild(document.createElement('span'))
  probe.style.fontSize = 'medium'
  const preferred = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return rem > 0 ? preferred / rem : 1
}

/** The look of Mantine's parts in the editor, and where their pop-ups go. */

import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core'
import { homeOf } from '../media/home'

// Shade 7 is what filled buttons use: white on it has a contrast above 6 in both schemes.
const teal: MantineColorsTuple = [
  '#effaf8',
  '#d9f2ee',
  '#b0e5dd',
  '#82d6ca',
  '#55c2b4',
  '#2ea597',
  '#14857a',
  '#0b6a62',
  '#0b5f59',
  '#064640',
]

// Shade 7 again: white on it has a contrast of 5.5.
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#e03131',
  '#c92a2a',
  '#b02525',
  '#8f1d1d',
]

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e3e6eb',
  '#d0d5dd',
  '#b3bac6',
  '#8b94a3',
  '#5d6677',
  '#4a5365',
  '#333b4a',
  '#1d2430',
]

const dark: MantineColorsTuple = [
  '#e4e7ec',
  '#c3c9d3',
  '#a7afbc',
  '#8b94a3',
  '#454e5d',
  '#333b48',
  '#272e39',
  '#1b212a',
  '#151a21',
  '#0e1217',
]

export function themeFor(root: HTMLElement | undefined): MantineThemeOverride {
  const isForeign = root !== undefined && homeOf(root) !== document
  return createTheme({
    ...(isForeign ? { scale: fontScale(root) } : {}),
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    primaryColor: 'teal',
    primaryShade: 7,
    colors: { teal, red, gray, dark },
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

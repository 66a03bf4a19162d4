import { palette } from '@labelwright/editor/palette'
import { type CSSVariablesResolver, createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'teal',
  // An object, as in the editor's own theme: the two are merged.
  primaryShade: { light: 7, dark: 7 },
  colors: palette,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.25' }, h2: { fontSize: '1.2rem' } },
  },
  focusRing: 'auto',
  // Plain objects: `Button.extend` and the like would load every component with the first page.
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none' } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Loader: { defaultProps: { type: 'dots' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // What it puts first for the focus has no place in a menu for assistive technology; the menu itself takes it.
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', width: 240, withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { radius: 'lg', overlayProps: { blur: 2, backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 650, fontSize: '1.1rem' } },
    },
    // A dialog's <header> would count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
})

/** Mantine's grey for secondary text and placeholders is too pale to read on its own backgrounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--lw-header': '56px',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--lw-page': '#f6f8f9',
    '--mantine-color-text': '#1d2430',
    '--mantine-color-dimmed': '#596273',
    '--mantine-color-placeholder': '#667085',
    '--mantine-color-error': '#c02b2b',
    '--mantine-color-anchor': '#0b6a62',
    '--mantine-color-orange-light-color': '#a8380a',
    '--lw-surface': '#ffffff',
    '--lw-line': '#e3e6eb',
    '--lw-hover': '#eff4f4',
  },
  dark: {
    '--mantine-color-dimmed': '#a7afbc',
    '--mantine-color-placeholder': '#8b94a3',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#82d6ca',
    '--mantine-color-teal-light': '#143f3d',
    '--mantine-color-teal-light-hover': '#1a4d4a',
    '--mantine-color-teal-light-color': '#a5e6dc',
    '--mantine-color-gray-light': '#2b333f',
    '--mantine-color-gray-light-color': '#d5dae2',
    '--mantine-color-body': '#1b212a',
    '--lw-page': '#12161c',
    '--lw-surface': '#1b212a',
    '--lw-line': '#333b48',
    '--lw-hover': '#232a34',
  },
})

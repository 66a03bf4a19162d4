import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Shade 7 is what filled buttons use: white on it has a contrast of 6.1 in both schemes.
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

const slate: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e3e6eb',
  '#d0d5dd',
  '#b3bac6',
  '#8b94a3',
  '#667085',
  '#4a5365',
  '#333b4a',
  '#1d2430',
]

const dark: MantineColorsTuple = [
  '#e4e7ec',
  '#c3c9d3',
  '#a7afbc',
  '#707a8a',
  '#454e5d',
  '#333b48',
  '#272e39',
  '#1b212a',
  '#151a21',
  '#0e1217',
]

export const theme = createTheme({
  primaryColor: 'teal',
  // An object, as in the editor's own theme: the two are merged.
  primaryShade: { light: 7, dark: 7 },
  colors: { teal, red, gray: slate, dark },
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

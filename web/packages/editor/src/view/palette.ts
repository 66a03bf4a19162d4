/** The colours of Mantine's parts, in the editor and in the pages around it. */

import type { MantineColorsTuple } from '@mantine/core'

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

export const palette = { teal, red, gray, dark }

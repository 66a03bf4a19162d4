/** Styles that a config carries, as React and the page take them. */

import type { CSSProperties } from 'react'

/** A CSS declaration list as a style object. Addresses are left out: a config must not make the page call out. */
export function readStyle(declarations: string | undefined): CSSProperties | undefined {
  if (!declarations) return undefined
  const style: Record<string, string> = {}
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim()
    const value = declaration.slice(colon + 1).trim()
    if (colon < 0 || name === '' || value === '' || isUnsafe(value) || value.includes('\\')) continue
    style[propertyName(name)] = value
  }
  return style
}

/** A length of a config: a bare number is in pixels. */
export const readLength = (written: string | undefined): string | undefined =>
  written && /^[\d.]+$/.test(written) ? `${written}px` : written

const propertyName = (name: string): string =>
  name.startsWith('--') ? name : name.toLowerCase().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * `url()` of another origin would tell it who labels what; `expression()` is script in old engines. With a backslash
 * they can be spelt otherwise: where the browser has not resolved those yet, no value may have one.
 */
export const isUnsafe = (value: string): boolean => /url\s*\(|image-set\s*\(|expression\s*\(|@import/i.test(value)

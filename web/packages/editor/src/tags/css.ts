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
const isUnsafe = (value: string): boolean => /url\s*\(|image-set\s*\(|expression\s*\(|@import/i.test(value)

/**
 * A whole sheet made safe: confined to the editor, and without anything that loads from elsewhere. The browser's own
 * parser reads it, so that nothing slips through a home-made one.
 */
export function scopeSheet(text: string, scope: string): string {
  const sheet = new CSSStyleSheet()
  // Constructed sheets drop @import by themselves.
  sheet.replaceSync(text)
  return `@scope (${scope}) { ${safeRules(sheet.cssRules)} }`
}

function safeRule(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) {
    for (const name of [...rule.style]) {
      const value = rule.style.getPropertyValue(name)
      if (isUnsafe(value) || (name.startsWith('--') && value.includes('\\'))) rule.style.removeProperty(name)
    }
    // A sheet written for a page of its own may style the page: here that is the editor.
    const selector = rule.selectorText.replace(/(^|,\s*)(?:body|html|:root)\b/g, '$1:scope')
    return `${selector} { ${rule.style.cssText} ${safeRules(rule.cssRules)} }`
  }
  // Says when what is in it counts: for a medium, a width, a layer.
  if (rule instanceof CSSGroupingRule) {
    return `${rule.cssText.slice(0, rule.cssText.indexOf('{'))} { ${safeRules(rule.cssRules)} }`
  }
  return rule instanceof CSSKeyframesRule && !isUnsafe(rule.cssText) ? rule.cssText : ''
}

const safeRules = (rules: CSSRuleList): string => [...rules].map(safeRule).join('\n')

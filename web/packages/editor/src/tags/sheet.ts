/** Style sheets that a config or a document carries. Loaded where there is one. */

import { isUnsafe } from './css'

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

/**
 * All mistakes of a config that is not well-formed, where the parser stops at the first. A forgiving reader: it takes
 * tags as they come, remembers which are open, and reports what an XML parser would trip over. It never decides whether
 * a text is XML; it only explains why it is not.
 */

import { inPlace, type Problem } from './problems'
import type { XmlError } from './xml'

/** More don't help anybody, and a hostile text may have millions. */
const MAX_PROBLEMS = 100
const MAX_DEPTH = 100

const TOKEN =
  /(?<comment><!--[\s\S]*?(?:-->|$))|(?<cdata><!\[CDATA\[[\s\S]*?(?:\]\]>|$))|(?<doctype><![^[>]*(?:\[[^\]]*\]\s*)?>?)|(?<pi><\?[\s\S]*?(?:\?>|$))|<\/(?<end>[^\s<>/]*)\s*>?|<(?<start>[^\s<>/!?"'=]+)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?<close>\/?>|(?=<)|$)|(?<stray><)|(?<text>[^<]+)/g
const ATTRIBUTE = /\s*(?<name>[^\s=/"'<>]+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'<>/]+)?)?|\s*(?<junk>\S)/g
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/g

/** The mistakes in order; when nothing is found, what the parser said. */
export function scan(text: string, error: XmlError): Problem[] {
  const found = new Scan(text).problems()
  if (found.length > 0) return found
  const { line, column, message } = error
  return [{ line, column, tag: '', code: 'xml', message, severity: 'error', suggestion: undefined }]
}

type Groups = Readonly<Record<string, string | undefined>>

class Scan {
  private readonly text: string
  private readonly lineStarts: readonly number[]
  /** Of a tag without its `>` it goes without saying that it is not closed either. */
  private readonly open: { readonly tag: string; readonly at: number; readonly cutOff: boolean }[] = []
  private readonly found: Problem[] = []
  private roots = 0

  constructor(text: string) {
    this.text = text
    this.lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)]
  }

  problems(): Problem[] {
    for (const token of this.text.matchAll(TOKEN)) {
      this.read(token[0], token.index, token.groups ?? {})
      if (this.found.length >= MAX_PROBLEMS) return this.found.slice(0, MAX_PROBLEMS)
    }
    for (const one of this.open) this.unclosed(one)
    return inPlace(this.found).slice(0, MAX_PROBLEMS)
  }

  private read(token: string, at: number, groups: Groups): void {
    if (groups.comment !== undefined) this.comment(token, at)
    else if (groups.cdata !== undefined) {
      if (!token.endsWith(']]>')) this.complain(at, '', 'This CDATA section is never closed.', ']]>')
    } else if (groups.doctype !== undefined) this.complain(at, '', 'Document types are not allowed.')
    else if (groups.end !== undefined) this.end(token, at, groups.end)
    else if (groups.start !== undefined) this.start(at, groups.start, groups)
    else if (groups.stray !== undefined) this.complain(at, '', 'Write &lt; for a plain <.', '&lt;')
    else if (groups.text !== undefined) this.characters(token, at)
  }

  private comment(token: string, at: number): void {
    if (!token.endsWith('-->')) this.complain(at, '', 'This comment is never closed.', '-->')
    else if (token.slice(4, -3).includes('--')) {
      this.complain(at + token.indexOf('--', 4), '', 'A comment must not contain --.')
    }
  }

  private characters(token: string, at: number): void {
    if (this.open.length === 0 && token.trim() !== '') {
      this.complain(at + token.length - token.trimStart().length, '', 'Text stands outside the root tag.')
    }
    this.ampersands(token, at, '')
  }

  private end(token: string, at: number, tag: string): void {
    if (!token.endsWith('>')) this.complain(at, tag, `</${tag} lacks its >.`, `</${tag}>`)
    const inner = this.open[this.open.length - 1]
    if (!this.open.slice(-MAX_DEPTH).some((one) => one.tag === tag)) {
      const expected = inner ? `; <${inner.tag}> is open` : ''
      this.complain(at, tag, `</${tag}> closes nothing${expected}.`, inner && `</${inner.tag}>`)
      return
    }
    for (let one = this.open.pop(); one && one.tag !== tag; one = this.open.pop()) {
      this.unclosed(one)
    }
  }

  private unclosed({ tag, at, cutOff }: { readonly tag: string; readonly at: number; readonly cutOff: boolean }): void {
    if (!cutOff) this.complain(at, tag, `<${tag}> is never closed.`, `</${tag}>`)
  }

  private start(at: number, tag: string, groups: Groups): void {
    if (this.open.length === 0) {
      this.roots += 1
      if (this.roots > 1) this.complain(at, tag, `<${tag}> is a second root: a config has one tag around all.`)
    }
    const attributes = groups.attributes ?? ''
    this.attributes(attributes, at + 1 + tag.length, tag)
    if (!groups.close) this.complain(at, tag, `<${tag} lacks its >.`, '>')
    else if (groups.close === '/>' || attributes.trimEnd().endsWith('/')) return
    this.open.push({ tag, at, cutOff: !groups.close })
  }

  private attributes(text: string, start: number, tag: string): void {
    const seen = new Set<string>()
    for (const match of text.replace(/[/ \t\r\n]+$/, '').matchAll(ATTRIBUTE)) {
      const { name, value, junk } = match.groups ?? {}
      const at = start + match.index + (match[0].length - match[0].trimStart().length)
      if (!name) this.complain(at, tag, `${junk} has no place in <${tag}>.`)
      else if (!value) this.complain(at, tag, `${name} has no value.`, `${name}=""`)
      else if (!/^["']/.test(value)) this.complain(at, tag, `The value of ${name} needs quotes.`, `${name}="${value}"`)
      else if (seen.has(name)) this.complain(at, tag, `${name} is there twice.`)
      else this.ampersands(value, start + match.index + match[0].length - value.length, tag)
      if (name) seen.add(name)
    }
  }

  private ampersands(text: string, at: number, tag: string): void {
    for (const match of text.matchAll(BARE_AMPERSAND)) {
      this.complain(at + match.index, tag, 'Write &amp; for a plain &.', '&amp;')
    }
  }

  private complain(at: number, tag: string, message: string, suggestion?: string): void {
    let low = 0
    let high = this.lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.lineStarts[middle] as number) <= at) low = middle
      else high = middle
    }
    const column = [...this.text.slice(this.lineStarts[low], at)].length + 1
    this.found.push({ line: low + 1, column, tag, code: 'xml', message, severity: 'error', suggestion })
  }
}

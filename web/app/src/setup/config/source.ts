import { xmlLanguage } from '@codemirror/lang-xml'

type Tree = ReturnType<typeof xmlLanguage.parser.parse>
type SyntaxNode = Tree['topNode']

/** A config as it is written: its elements with the places of everything, whether or not it is well-formed. */

export interface Range {
  readonly from: number
  readonly to: number
}

export interface SourceAttribute extends Range {
  readonly name: string
  readonly nameAt: Range
  /** With entities decoded. */
  readonly value: string
  /** Between the quotes. */
  readonly valueAt: Range
}

export interface SourceElement extends Range {
  readonly tag: string
  readonly tagAt: Range
  /** From its `<` to its `>`. */
  readonly open: Range
  readonly selfClosed: boolean
  /** The name in the closing tag. */
  readonly closeAt: Range | undefined
  /** Where the closing tag begins, or would. */
  readonly end: number
  readonly attributes: readonly SourceAttribute[]
  readonly parent: SourceElement | undefined
  readonly children: readonly SourceElement[]
}

/** A change of the text, as CodeMirror takes it. */
export interface Change {
  readonly from: number
  readonly to?: number
  readonly insert?: string
}

export const parseSource = (text: string): Tree => xmlLanguage.parser.parse(text)

let lastRead: { readonly text: string; readonly elements: readonly SourceElement[] } | undefined

/** All elements in the order of the text. Much is asked about one text, so that the last one is remembered. */
export function readSource(text: string): readonly SourceElement[] {
  if (lastRead?.text !== text) lastRead = { text, elements: elementsIn(text, parseSource(text)) }
  return lastRead.elements
}

function elementsIn(text: string, tree: Tree): SourceElement[] {
  const all: SourceElement[] = []
  const read = (node: SyntaxNode, parent: SourceElement | undefined): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'Element') continue
      const element = elementAt(child, parent, text)
      if (!element) continue
      all.push(element)
      ;(parent?.children as SourceElement[] | undefined)?.push(element)
      read(child, element)
    }
  }
  read(tree.topNode, undefined)
  return all
}

function elementAt(node: SyntaxNode, parent: SourceElement | undefined, text: string): SourceElement | undefined {
  const open = node.getChild('OpenTag') ?? node.getChild('SelfClosingTag')
  const name = open?.getChild('TagName')
  if (!open || !name) return undefined
  const close = node.getChild('CloseTag')
  return {
    ...rangeOf(node),
    tag: text.slice(name.from, name.to),
    tagAt: rangeOf(name),
    open: rangeOf(open),
    selfClosed: open.name === 'SelfClosingTag',
    closeAt: close?.getChild('TagName') ? rangeOf(close.getChild('TagName') as SyntaxNode) : undefined,
    end: close?.from ?? node.to,
    attributes: open.getChildren('Attribute').flatMap((one) => attributeAt(one, text) ?? []),
    parent,
    children: [],
  }
}

function attributeAt(node: SyntaxNode, text: string): SourceAttribute | undefined {
  const name = node.getChild('AttributeName')
  const value = node.getChild('AttributeValue')
  if (!name || !value) return undefined
  const written = text.slice(value.from + 1, value.to - 1)
  return {
    ...rangeOf(node),
    name: text.slice(name.from, name.to),
    nameAt: rangeOf(name),
    value: decode(written),
    valueAt: { from: value.from + 1, to: value.to - 1 },
  }
}

const rangeOf = ({ from, to }: Range): Range => ({ from, to })

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decode = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** Text as it is written inside quotes. */
export const encode = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\s*\n\s*/g, ' ')

export const attributeOf = (element: SourceElement, name: string): SourceAttribute | undefined =>
  element.attributes.find((one) => one.name === name) ??
  element.attributes.find((one) => one.name.toLowerCase() === name.toLowerCase())

export const textOf = (element: SourceElement, name: string): string | undefined => attributeOf(element, name)?.value

// ── changes

/** Sets an attribute; `undefined` takes it away. */
export function setAttribute(element: SourceElement, name: string, value: string | undefined): Change[] {
  const known = attributeOf(element, name)
  if (value === undefined) return known ? [{ from: endBefore(element, known), to: known.to }] : []
  if (known) return [{ ...known.valueAt, insert: encode(value) }]
  const after = element.attributes.at(-1) ?? element.tagAt
  return [{ from: after.to, insert: ` ${name}="${encode(value)}"` }]
}

/** The end of what stands before an attribute: the white space between goes with it. */
function endBefore(element: SourceElement, attribute: SourceAttribute): number {
  const index = element.attributes.indexOf(attribute)
  return (element.attributes[index - 1] ?? element.tagAt).to
}

/** Takes an element out; with it its line where nothing else stands there. */
export function removeElement(text: string, { from, to }: SourceElement): Change[] {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const end = lineEnd < 0 ? text.length : lineEnd
  const isAlone = text.slice(lineStart, from).trim() === '' && text.slice(to, end).trim() === ''
  return [isAlone && lineStart > 0 ? { from: lineStart - 1, to: end } : { from, to }]
}

/** Puts elements at the end of another one, written as its other children are: on lines of their own, or not. */
export function appendChildren(text: string, parent: SourceElement, written: readonly string[]): Change[] {
  const last = parent.children.at(-1)
  if (last) {
    const before = text.slice(text.lastIndexOf('\n', last.from - 1) + 1, last.from)
    const between = before.trim() === '' && last.from > before.length ? `\n${before}` : ''
    return [{ from: last.to, insert: written.map((one) => between + one).join('') }]
  }
  const indent = indentAt(text, parent.from)
  const lines = written.map((one) => `\n${indent}  ${one}`).join('')
  if (parent.selfClosed) {
    const slash = text.lastIndexOf('/', parent.open.to)
    const from = text.slice(0, slash).trimEnd().length
    return [{ from, to: parent.open.to, insert: `>${lines}\n${indent}</${parent.tag}>` }]
  }
  return [{ from: parent.open.to, to: parent.end, insert: `${lines}\n${indent}` }]
}

const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? ''

export function apply(text: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to = from, insert = '' }) => now.slice(0, from) + insert + now.slice(to), text)
}

/** The offset of a line and column, which count from 1, columns in code points. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', start)
    if (next < 0) return text.length
    start = next + 1
  }
  const characters = [...text.slice(start, start + 2 * column)].slice(0, column - 1)
  return Math.min(start + characters.join('').length, text.length)
}

/** Line and column of an offset, as people count them. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 }
}

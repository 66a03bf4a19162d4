/**
 * XML as label configs use it, with the line and column of everything. Written here because a config is read in
 * workers, in Node and in the browser, problems must point at attributes (a DOM forgets where they stood), and a
 * HyperText needs its inner mark-up as written.
 *
 * Hostile input: DTDs are refused, so there are no entities but the five of XML and character references, and nesting
 * is limited. Nothing here recurses.
 */

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in code points. */
  readonly column: number
}

export interface XmlAttribute extends Position {
  readonly name: string
  readonly value: string
}

export interface XmlText extends Position {
  readonly text: string
}

export interface XmlElement extends Position {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly (XmlElement | XmlText)[]
  /** What stands between the tags, as written. */
  readonly inner: string
}

export interface XmlDocument {
  readonly root: XmlElement
  /** Texts of the comments, in order. */
  readonly comments: readonly string[]
}

export class XmlError extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, at: Position) {
    super(message)
    this.line = at.line
    this.column = at.column
  }
}

const MAX_DEPTH = 100
const NAME = /[A-Za-z_:\u0080-\uffff][\w.:\-\u0080-\uffff]*/y
const SPACE = /[ \t\r\n]*/y
const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

interface Open extends Position {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: (XmlElement | XmlText)[]
  readonly innerStart: number
}

/** Throws `XmlError` at the first thing that is not well-formed. */
export function parseXml(source: string): XmlDocument {
  return new XmlParser(source.startsWith('\ufeff') ? source.slice(1) : source).parse()
}

class XmlParser {
  private readonly source: string
  private readonly comments: string[] = []
  private readonly open: Open[] = []
  private root: XmlElement | undefined
  private at = 0
  /** Where the last position was asked for: positions rise, so counting goes on from there. */
  private seen = { offset: 0, line: 1, column: 1 }

  constructor(source: string) {
    this.source = source
  }

  parse(): XmlDocument {
    while (this.at < this.source.length) {
      if (this.source[this.at] !== '<') this.text()
      else if (this.looksAt('<!--')) this.comment()
      else if (this.looksAt('<![CDATA[')) this.cdata()
      else if (this.looksAt('<!')) this.fail('DTDs are not allowed in a label config')
      else if (this.looksAt('<?')) this.skipPast('?>', 'The processing instruction is not closed')
      else if (this.looksAt('</')) this.closeTag()
      else this.openTag()
    }
    const unclosed = this.open[this.open.length - 1]
    if (unclosed) throw new XmlError(`<${unclosed.name}> is not closed`, unclosed)
    if (!this.root) this.fail('The label config is empty')
    return { root: this.root, comments: this.comments }
  }

  private text(): void {
    const end = this.indexOf('<', this.source.length)
    const raw = this.source.slice(this.at, end)
    const parent = this.open[this.open.length - 1]
    if (parent) this.append(parent, this.decode(raw, this.at), this.at)
    else if (raw.trim() !== '') this.fail('Text outside the root element')
    this.at = end
  }

  private comment(): void {
    const start = this.at + 4
    this.skipPast('-->', 'The comment is not closed', start)
    this.comments.push(this.source.slice(start, this.at - 3))
  }

  private cdata(): void {
    const start = this.at
    const parent = this.open[this.open.length - 1]
    if (!parent) this.fail('Text outside the root element')
    this.skipPast(']]>', 'The CDATA section is not closed', start + 9)
    this.append(parent, this.source.slice(start + 9, this.at - 3), start)
  }

  private openTag(): void {
    const position = this.position(this.at)
    this.at += 1
    const name = this.name('A tag needs a name; write &lt; for a literal <')
    if (this.open.length === 0 && this.root) throw new XmlError('There must be one root element', position)
    if (this.open.length >= MAX_DEPTH) throw new XmlError(`Tags are nested more than ${MAX_DEPTH} deep`, position)
    const attributes = this.attributes(name)
    const selfClosed = this.looksAt('/>')
    if (!selfClosed && !this.looksAt('>')) this.fail(`<${name} is not closed with >`)
    this.at += selfClosed ? 2 : 1
    this.open.push({ ...position, name, attributes, children: [], innerStart: this.at })
    if (selfClosed) this.close(this.at)
  }

  private closeTag(): void {
    const start = this.at
    this.at += 2
    const name = this.name('A closing tag needs a name')
    this.space()
    if (!this.looksAt('>')) this.fail(`</${name} is not closed with >`)
    const expected = this.open[this.open.length - 1]?.name
    if (expected === undefined) throw new XmlError(`</${name}> closes nothing`, this.position(start))
    if (expected !== name) {
      throw new XmlError(`</${name}> does not match <${expected}>`, this.position(start))
    }
    this.at += 1
    this.close(start)
  }

  private close(innerEnd: number): void {
    const { innerStart, ...element } = this.open.pop() as Open
    const closed: XmlElement = { ...element, inner: this.source.slice(innerStart, Math.max(innerStart, innerEnd)) }
    const parent = this.open[this.open.length - 1]
    if (parent) parent.children.push(closed)
    else this.root = closed
  }

  private attributes(tag: string): XmlAttribute[] {
    const attributes: XmlAttribute[] = []
    const names = new Set<string>()
    for (;;) {
      const before = this.at
      this.space()
      const next = this.source[this.at]
      if (next === undefined || next === '>' || next === '/') return attributes
      if (this.at === before) this.fail(`Attributes of <${tag}> must be separated by spaces`)
      const position = this.position(this.at)
      const name = this.name(`<${tag}> has something that is not an attribute`)
      if (names.has(name)) throw new XmlError(`<${tag}> has the attribute ${name} twice`, position)
      names.add(name)
      this.space()
      if (this.source[this.at] !== '=') this.fail(`The attribute ${name} of <${tag}> has no value`)
      this.at += 1
      this.space()
      attributes.push({ ...position, name, value: this.quoted(name, tag) })
    }
  }

  private quoted(name: string, tag: string): string {
    const quote = this.source[this.at]
    if (quote !== '"' && quote !== "'") this.fail(`The value of ${name} of <${tag}> must be in quotes`)
    const start = this.at + 1
    const end = this.source.indexOf(quote, start)
    if (end < 0) this.fail(`The value of ${name} of <${tag}> has no closing quote`)
    const raw = this.source.slice(start, end)
    const less = raw.indexOf('<')
    if (less >= 0) this.fail(`Write &lt; for < in the value of ${name} of <${tag}>`, start + less)
    this.at = end + 1
    // White space in attribute values is normalised by XML; a line break written as &#10; stays.
    return this.decode(raw.replace(/\r\n|[\t\n\r]/g, ' '), start)
  }

  private append(parent: Open, text: string, offset: number): void {
    const last = parent.children[parent.children.length - 1]
    const plain = text.replace(/\r\n?/g, '\n')
    if (last && 'text' in last) parent.children[parent.children.length - 1] = { ...last, text: last.text + plain }
    else if (plain !== '') parent.children.push({ ...this.position(offset), text: plain })
  }

  private decode(raw: string, offset: number): string {
    if (!raw.includes('&')) return raw
    return raw.replace(/&([^;&<\s]*)(;?)/g, (_, body: string, semicolon: string, index: number) => {
      const decoded = semicolon ? entity(body) : undefined
      if (decoded === undefined)
        this.fail(`&${body}${semicolon} is not an entity; write &amp; for a literal &`, offset + index)
      return decoded
    })
  }

  private name(otherwise: string): string {
    NAME.lastIndex = this.at
    const found = NAME.exec(this.source)?.[0]
    if (found === undefined) this.fail(otherwise)
    this.at += found.length
    return found
  }

  private space(): void {
    SPACE.lastIndex = this.at
    this.at += SPACE.exec(this.source)?.[0].length ?? 0
  }

  private looksAt(text: string): boolean {
    return this.source.startsWith(text, this.at)
  }

  private indexOf(text: string, otherwise: number): number {
    const found = this.source.indexOf(text, this.at)
    return found < 0 ? otherwise : found
  }

  private skipPast(end: string, otherwise: string, from = this.at): void {
    const found = this.source.indexOf(end, from)
    if (found < 0) this.fail(otherwise)
    this.at = found + end.length
  }

  private fail(message: string, offset = this.at): never {
    throw new XmlError(message, this.position(offset))
  }

  private position(offset: number): Position {
    if (offset < this.seen.offset) this.seen = { offset: 0, line: 1, column: 1 }
    const lines = this.source.slice(this.seen.offset, offset).split('\n')
    const line = this.seen.line + lines.length - 1
    const column = (lines.length > 1 ? 1 : this.seen.column) + [...(lines.at(-1) ?? '')].length
    this.seen = { offset, line, column }
    return { line, column }
  }
}

function entity(body: string): string | undefined {
  const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(body)
  if (!number) return Object.hasOwn(PREDEFINED, body) ? PREDEFINED[body] : undefined
  const code = number[1] !== undefined ? Number.parseInt(number[1], 16) : Number.parseInt(number[2] ?? '', 10)
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff)
  if (!isCharacter || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return String.fromCodePoint(code)
}

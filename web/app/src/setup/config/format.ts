import { parseSource } from './source.ts'

type SyntaxNode = ReturnType<typeof parseSource>['topNode']

const WIDTH = 110
const BROKEN = ['MissingCloseTag', 'MismatchedCloseTag']

/**
 * The config with one tag a line, indented by depth. What has text in it stays as it is written, comments too; undefined
 * when the XML has errors.
 */
export function formatConfig(text: string): string | undefined {
  const tree = parseSource(text)
  let broken = false
  tree.iterate({
    enter: ({ name, type }) => {
      broken ||= type.isError || BROKEN.includes(name)
    },
  })
  if (broken) return undefined
  return `${blocks(tree.topNode, '', text).join('\n')}\n`
}

/** The lines of all that stands in a node; one empty line between two things is kept. */
function blocks(parent: SyntaxNode, indent: string, text: string): string[] {
  const lines: string[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const written = text.slice(node.from, node.to)
    if (node.name === 'Text') {
      const isGap = (written.match(/\n/g)?.length ?? 0) > 1
      if (isGap && lines.length > 0 && node.nextSibling?.name !== 'CloseTag') lines.push('')
    } else if (node.name === 'Element') lines.push(...element(node, indent, text))
    else if (!['OpenTag', 'CloseTag', 'SelfClosingTag'].includes(node.name)) lines.push(indent + written)
  }
  while (lines.at(-1) === '') lines.pop()
  return lines
}

function element(node: SyntaxNode, indent: string, text: string): string[] {
  const open = node.getChild('OpenTag') ?? node.getChild('SelfClosingTag')
  if (!open || hasText(node, text)) return [indent + text.slice(node.from, node.to)]
  const isEmpty = open.name === 'SelfClosingTag'
  const head = openTag(open, indent, text, isEmpty ? '/>' : '>')
  if (isEmpty) return head
  const name = open.getChild('TagName')
  const close = `</${name ? text.slice(name.from, name.to) : ''}>`
  const inner = blocks(node, `${indent}  `, text)
  if (inner.length === 0) return [...head.slice(0, -1), `${head.at(-1)}${close}`]
  return [...head, ...inner, indent + close]
}

/** Whether white space inside means something: there is text between the tags. */
function hasText(node: SyntaxNode, text: string): boolean {
  const isText = ({ name, from, to }: SyntaxNode): boolean =>
    ['Cdata', 'EntityReference', 'CharacterReference'].includes(name) ||
    (name === 'Text' && text.slice(from, to).trim() !== '')
  for (let child = node.firstChild; child; child = child.nextSibling) if (isText(child)) return true
  return false
}

function openTag(open: SyntaxNode, indent: string, text: string, end: string): string[] {
  const name = open.getChild('TagName')
  const head = `${indent}<${name ? text.slice(name.from, name.to) : ''}`
  const attributes = open.getChildren('Attribute').map((one) => attribute(one, text))
  const line = [head, ...attributes].join(' ') + end
  if (line.length <= WIDTH || attributes.length < 2) return [line]
  const last = attributes.length - 1
  return [head, ...attributes.map((one, index) => `${indent}  ${one}${index === last ? end : ''}`)]
}

function attribute(node: SyntaxNode, text: string): string {
  const [name, value] = [node.getChild('AttributeName'), node.getChild('AttributeValue')]
  if (!name || !value) return text.slice(node.from, node.to)
  return `${text.slice(name.from, name.to)}=${text.slice(value.from, value.to)}`
}

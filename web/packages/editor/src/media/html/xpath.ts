/** XPaths of text in a document, as results hold them: `/p[1]/b[2]/text()[1]`, from the root of the content. */

import { originalName } from './sanitise'

const STEP = /^([\w:.-]+|\*|(?:text|node|comment)\(\))(?:\[(\d+)\])?$/i
/** Paths made from a whole page start above its content. */
const PAGE = /^\/html(?:\[1\])?\/body(?:\[1\])?(?=\/|$)/i

export function xpathOf(node: Node, root: Node): string {
  const steps: string[] = []
  for (let at = node; at !== root && at.parentNode; at = at.parentNode) {
    const name = stepName(at)
    let index = 1
    for (let other = at.previousSibling; other; other = other.previousSibling) if (stepName(other) === name) index += 1
    steps.unshift(`${name}[${index}]`)
  }
  return `/${steps.join('/')}`
}

/** The node a path leads to; undefined when there is none, or the path is of a kind that results do not hold. */
export function nodeAtXPath(path: string, root: Node): Node | undefined {
  const [before, ...steps] = path.trim().replace(PAGE, '').replace(/\/$/, '').split('/')
  if (before !== '') return undefined
  let node: Node | undefined = root
  for (const step of steps) {
    const match = STEP.exec(step)
    if (!match || !node) return undefined
    node = childAt(node, (match[1] as string).toLowerCase(), Number(match[2] ?? 1))
  }
  return node
}

function childAt(parent: Node, name: string, index: number): Node | undefined {
  let left = index
  for (const child of parent.childNodes) {
    const fits =
      name === 'node()' ||
      (name === '*' ? child.nodeType === Node.ELEMENT_NODE : stepName(child).toLowerCase() === name)
    if (fits && --left === 0) return child
  }
  return undefined
}

function stepName(node: Node): string {
  if (node instanceof Element) return originalName(node)
  return node.nodeType === Node.COMMENT_NODE ? 'comment()' : 'text()'
}

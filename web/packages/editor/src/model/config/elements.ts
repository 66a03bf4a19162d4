/** A config as its author wrote it: what the checks look at, before the spec reads anything into it. */

import { type Position, parseXml, type XmlElement } from './xml'

export interface Element extends Position {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, { readonly value: string } & Position>
  readonly parent: Element | undefined
  readonly children: readonly Element[]
  /** Own text without the white space around it. */
  readonly content: string
}

/** All elements in document order. Throws `XmlError`. */
export function elementsOf(xml: string): Element[] {
  const all: Element[] = []
  const read = (from: XmlElement, parent: Element | undefined): Element => {
    const children: Element[] = []
    const texts = from.children.flatMap((child) => ('text' in child ? [child.text] : []))
    const element: Element = {
      tag: from.name,
      attributes: new Map(from.attributes.map(({ name, ...rest }) => [name, rest])),
      parent,
      children,
      content: texts.join('').trim(),
      line: from.line,
      column: from.column,
    }
    all.push(element)
    for (const child of from.children) if (!('text' in child)) children.push(read(child, element))
    return element
  }
  read(parseXml(xml).root, undefined)
  return all
}

/** An attribute's text: the spelling decides, before letter case does not. */
export const attribute = (element: Element, name: string): string | undefined =>
  (element.attributes.get(name) ?? anyCase(element, name)?.[1])?.value

export function placeOf(element: Element, name: string | undefined): Position {
  const at = name === undefined ? undefined : (element.attributes.get(name) ?? anyCase(element, name)?.[1])
  return { line: (at ?? element).line, column: (at ?? element).column }
}

export const writtenName = (element: Element, name: string): string | undefined => anyCase(element, name)?.[0]

export function* ancestors(element: Element): Iterable<Element> {
  for (let at = element.parent; at; at = at.parent) yield at
}

const anyCase = (element: Element, name: string) =>
  [...element.attributes].find(([written]) => written.toLowerCase() === name.toLowerCase())

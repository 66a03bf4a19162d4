import { splitList, tagNamed } from '@labelwright/editor/config'
import { tags } from '@labelwright/editor/spec'
import { attributeOf, type Range, type SourceElement, textOf } from './source.ts'

/** Names of tags and what refers to them. */

const REFERENCES = ['toName', 'whenTagName', 'sync']

const specOf = (tag: string) => {
  const name = tagNamed(tag)
  return name && tags[name]
}

/** Names that a tag may aim at with `toName`: of objects it can label, else of all objects. */
export function targetsFor(tag: string, elements: readonly SourceElement[]): string[] {
  const served = specOf(tag)?.targets
  const objects = elements.filter((one) => specOf(one.tag)?.kind === 'object' && textOf(one, 'name'))
  const fitting = objects.filter((one) => served?.some((target) => target === tagNamed(one.tag)))
  return (fitting.length > 0 ? fitting : objects).map((one) => textOf(one, 'name') ?? '')
}

export const namesIn = (elements: readonly SourceElement[]): string[] => [
  ...new Set(elements.flatMap((one) => textOf(one, 'name') || [])),
]

/** A name that nothing has yet. */
export function freeName(wanted: string, elements: readonly SourceElement[]): string {
  const taken = namesIn(elements)
  const stem = wanted.replace(/\d+$/, '')
  if (!taken.includes(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`
}

/** Every place of the name under the cursor: where it is given, and where it is referred to. */
export function occurrences(elements: readonly SourceElement[], at: number): Range[] {
  const name = nameAt(elements, at)
  if (name === undefined) return []
  return elements.flatMap((element) => [
    ...(textOf(element, 'name') === name ? [attributeOf(element, 'name')?.valueAt as Range] : []),
    ...REFERENCES.flatMap((reference) => partsOf(element, reference).filter((one) => one.name === name)),
  ])
}

function nameAt(elements: readonly SourceElement[], at: number): string | undefined {
  const holds = ({ from, to }: Range): boolean => from <= at && at <= to
  for (const element of elements) {
    const name = attributeOf(element, 'name')
    if (name && holds(name)) return name.value
    for (const reference of REFERENCES) {
      const parts = partsOf(element, reference)
      const attribute = attributeOf(element, reference)
      const part = parts.find(holds) ?? (attribute && holds(attribute) ? parts[0] : undefined)
      if (part) return part.name
    }
  }
  return undefined
}

/** The names in a list such as `toName="a,b"`, each with its place. */
export function partsOf(element: SourceElement, attribute: string): (Range & { name: string })[] {
  const found = attributeOf(element, attribute)
  if (!found) return []
  let from = found.valueAt.from
  return splitList(found.value).map((name) => {
    from += found.value.slice(from - found.valueAt.from).indexOf(name)
    const part = { name, from, to: from + name.length }
    from = part.to
    return part
  })
}

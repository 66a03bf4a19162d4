import { readConfig, XmlError } from '@labelwright/editor/config'

/** Colours of all labels and choices of a configuration, by what results call them. */
export function labelColours(config: string): ReadonlyMap<string, string> {
  try {
    const { controls } = readConfig(config, {})
    return new Map(
      [...controls.values()].flatMap(({ byStored }) =>
        [...byStored].map(([stored, { colour }]) => [stored, colour] as const),
      ),
    )
  } catch (error) {
    // A draft of a project may have none yet.
    if (error instanceof XmlError) return new Map()
    throw error
  }
}

export interface Counted {
  label: string
  count: number
}

/** Labels and choices in the beginning of results as lists of tasks have it: JSON without quotation marks, cut somewhere. */
export function labelsIn(text: string): Counted[] {
  const counts = new Map<string, number>()
  for (const [, inside = ''] of text.matchAll(/\b(?:\w*labels|choices|taxonomy):\s*(\[+[^\]]*\]?)/g)) {
    for (const label of inside.replace(/[[\]]/g, '').split(/,\s*/)) {
      if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  }
  return [...counts].map(([label, count]) => ({ label, count }))
}

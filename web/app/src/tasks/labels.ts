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

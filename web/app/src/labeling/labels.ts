/** What people add to a Taxonomy, kept by the server for everybody in the project. */

import { addLabel, getLabelLinks } from '@labelwright/api'
import type { AddedLabel, LabelEvents } from '@labelwright/editor'

export const labelEvents = (project: number): LabelEvents => ({
  list: () => addedTo(project),
  // A title stands for one label in the whole organisation: the last step alone would stand for several.
  add: async ({ control, path }) => {
    await addLabel({ project, from_name: control, title: path.join(' / '), value: path })
  },
})

async function addedTo(project: number): Promise<AddedLabel[]> {
  const added: AddedLabel[] = []
  for (let page = 1, more = true; more; page++) {
    const { results, next } = await getLabelLinks(project, page)
    for (const { from_name, label } of results) {
      const path = pathIn(label.value)
      if (path) added.push({ control: from_name, path })
    }
    more = next !== null
  }
  return added
}

/** A path, or as a result holds it: a list of one. Labels that other programs added may be anything. */
function pathIn(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value) || value.length === 0) return undefined
  if (value.every((step) => typeof step === 'string')) return value
  return value.length === 1 ? pathIn(value[0]) : undefined
}

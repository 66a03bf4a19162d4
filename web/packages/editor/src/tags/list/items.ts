/** The items of a List, as the task has them. */

import { asText, isObject, type Json } from '../../model'

export interface ListItem {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly html: string
}

/** Items without an id have their place as id; of two with one id the first counts. */
export function itemsOf(data: Json | undefined): readonly ListItem[] {
  const list = typeof data === 'string' ? parsed(data) : data
  if (!Array.isArray(list)) return []
  const items = new Map<string, ListItem>()
  list.forEach((item, index) => {
    const fields = isObject(item) ? item : { title: item }
    const id = fields.id === undefined || fields.id === null ? String(index) : asText(fields.id)
    if (items.has(id)) return
    items.set(id, { id, title: asText(fields.title), body: asText(fields.body), html: asText(fields.html) })
  })
  return [...items.values()]
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

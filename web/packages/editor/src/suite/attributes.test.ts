/** Every attribute of a tag that is drawn is read somewhere, or its description says that it has no effect. */

import { describe, expect, it } from 'vitest'
import { docs } from '../spec.docs.gen'
import { type TagName, tags } from '../spec.gen'
import { tagModules } from '../tags'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../*.gen.ts', '!../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const words = new Set(Object.values(sources).flatMap((text) => text.match(/\w+/g) ?? []))

describe('attributes of drawn tags', () => {
  it.each(Object.keys(tagModules) as TagName[])('%s', (tag) => {
    const unread = Object.keys(tags[tag].attributes).filter(
      (name) => !words.has(name) && !docs[tag].attributes[name]?.includes('no effect'),
    )
    expect(unread).toEqual([])
  })
})

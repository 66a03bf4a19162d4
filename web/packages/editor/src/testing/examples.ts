/** The example config of every tag, from its page in `spec/tags`, with data that fits. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Attributes, type Json, type JsonObject, parse, walk } from '../model'

const SPEC = join(import.meta.dirname, '../../../../../spec/tags')

export function exampleOf(tag: string): string {
  const page = readFileSync(join(SPEC, `${tag.toLowerCase()}.md`), 'utf8')
  const example = /```xml\n([\s\S]*?)```/.exec(page)?.[1]
  if (example === undefined) throw new Error(`spec/tags/${tag.toLowerCase()}.md has no example`)
  return example
}

/** What tags show that a sentence would not do for. */
const VALUES: Partial<Record<string, (attrs: Attributes) => Json>> = {
  Chat: () => [{ role: 'user', content: 'Ada went to Paris in May.' }],
  Paragraphs: ({ nameKey, textKey }) => [
    { [String(nameKey)]: 'Ada', [String(textKey)]: 'Ada went to Paris in May.' },
    { [String(nameKey)]: 'Ben', [String(textKey)]: 'So did I.' },
  ],
}

/** A value for each `$field`: what its tag would show. */
export function dataFor(config: string): JsonObject {
  const data: Record<string, Json> = {}
  for (const node of walk(parse(config).root)) {
    for (const { name, value } of node.given) {
      for (const [, field = ''] of value.matchAll(/\$(\w+)/g)) {
        const own = name.toLowerCase() === 'value' ? VALUES[node.tagName]?.(node.attrs) : undefined
        data[field] ??= own ?? (name.toLowerCase() === 'valuelist' ? ['page.png'] : 'Ada went to Paris in May.')
      }
    }
  }
  return data
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const app = resolve(import.meta.dirname)
const editor = resolve(app, '../../packages/editor/src')
const mantine = resolve(app, '../../node_modules/@mantine/core')

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Style sheets of a component and of all it is made of. */
function sheetsOf(file: string, found: Set<string>, seen: Set<string>): void {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, name] of text.matchAll(/(\w+)\.module\.(?:css\.)?mjs/g)) if (name) found.add(name)
  for (const [, other] of text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)) {
    if (other) sheetsOf(resolve(dirname(file), other), found, seen)
  }
}

it('mantine.css holds the styles of every Mantine component that the app or the editor uses', () => {
  const used = new Set<string>()
  for (const text of [...sources(app), ...sources(editor)]) {
    for (const [, names] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names?.split(',') ?? []) if (!/^\s*type /.test(name)) used.add(name.trim())
    }
  }
  const needed = new Set<string>()
  const seen = new Set<string>()
  for (const name of used) sheetsOf(join(mantine, `esm/components/${name}/${name}.mjs`), needed, seen)
  expect(needed.size).toBeGreaterThan(20)

  const imported = readFileSync(join(app, 'mantine.css'), 'utf8')
  const missing = [...needed].filter(
    (name) => existsSync(join(mantine, `styles/${name}.css`)) && !imported.includes(`styles/${name}.css`),
  )
  expect(missing).toEqual([])
})

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

/** The sheets of every Mantine component that these files name. */
function sheetsUsedBy(texts: readonly string[]): Set<string> {
  const used = new Set<string>()
  for (const text of texts) {
    for (const [, names] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names?.split(',') ?? []) if (!/^\s*type /.test(name)) used.add(name.trim())
    }
  }
  const needed = new Set<string>()
  const seen = new Set<string>()
  // Some stand one folder deeper, beside their variants.
  for (const name of used) {
    const folder = join(mantine, 'esm/components', name)
    for (const place of [folder, join(folder, name)]) sheetsOf(join(place, `${name}.mjs`), needed, seen)
  }
  return new Set([...needed].filter((name) => existsSync(join(mantine, `styles/${name}.css`))))
}

const imports = (sheet: string): string => readFileSync(join(app, sheet), 'utf8')
const missing = (needed: ReadonlySet<string>, text: string): string[] =>
  [...needed].filter((name) => !text.includes(`styles/${name}.css`))

it('the style sheets hold every Mantine component that the app or the editor uses', () => {
  const needed = sheetsUsedBy([...sources(app), ...sources(editor)])
  expect(needed.size).toBeGreaterThan(20)
  expect(needed).toContain('Slider')
  expect(missing(needed, imports('mantine.css') + imports('mantine.pages.css'))).toEqual([])
})

it('what an annotator sees first needs the first style sheet only', () => {
  const first = ['shell/Shell.tsx', 'shell/AccountMenu.tsx', 'tasks/DataPage.tsx'].map((name) => imports(name))
  expect(
    missing(sheetsUsedBy([...first, ...sources(editor), ...sources(join(app, 'labeling'))]), imports('mantine.css')),
  ).toEqual([])
})

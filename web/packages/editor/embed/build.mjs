/** Builds the files for other people's pages into `dist`, and prints what they weigh. */

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = import.meta.dirname
const dist = join(here, 'dist')
const types = join(dist, 'types')

await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn' })
await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn', mode: 'script' })
declareTypes()
printSizes()

/** Declarations of everything are made; what the public ones do not lead to is taken away again. */
function declareTypes() {
  execFileSync(process.execPath, [join(here, '../../../node_modules/typescript/bin/tsc'), '-p', here], {
    stdio: 'inherit',
  })
  const entry = join(types, 'editor/src/embed/index.d.ts')
  const kept = reached(entry, /from '(\.[^']*)'|import\("(\.[^"]*)"\)/g, declarationOf)
  for (const name of readdirSync(types, { recursive: true })) {
    const file = join(types, String(name))
    if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file)
  }
  const from = `./${relative(dist, entry).replace(/\/index\.d\.ts$/, '')}`
  writeFileSync(join(dist, 'labelwright.d.ts'), `export * from '${from}'\n`)
}

function declarationOf(from, path) {
  const file = resolve(dirname(from), path.replace(/\.tsx?$/, ''))
  return [`${file}.d.ts`, join(file, 'index.d.ts')].find((it) => existsSync(it))
}

/** The files that one leads to. */
function reached(file, pattern, find, seen = new Set()) {
  if (file === undefined || seen.has(file)) return seen
  seen.add(file)
  for (const [, ...paths] of readFileSync(file, 'utf8').matchAll(pattern)) {
    reached(find(file, paths.find(Boolean)), pattern, find, seen)
  }
  return seen
}

function printSizes() {
  const module = join(dist, 'labelwright.js')
  const first = reached(module, /(?:from|import)"(\.[^"]+)"/g, (from, path) => resolve(dirname(from), path))
  print('labelwright.js with what it loads at once', [...first])
  print('labelwright.script.js', [join(dist, 'labelwright.script.js')])
}

function print(what, files) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`
  const texts = files.map((file) => readFileSync(file))
  const size = texts.reduce((sum, text) => sum + text.length, 0)
  const zipped = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
  process.stdout.write(`${what}: ${kB(size)}, ${kB(zipped)} gzipped, ${files.length} files\n`)
}

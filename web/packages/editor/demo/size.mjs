/** Prints what a page must load before the first label, and fails past the budget. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 350
const assets = join(import.meta.dirname, 'dist/assets')

// Chunks of their own are loaded on demand (languages): the entry is what counts.
const entry = readdirSync(assets).filter((name) => name.startsWith('index-'))
const sizes = entry.map((name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)
for (const [name, size] of sizes) process.stdout.write(`${name.padEnd(24)} ${size.toFixed(1).padStart(7)} kB gzip\n`)
process.stdout.write(`${'total'.padEnd(24)} ${total.toFixed(1).padStart(7)} kB gzip (budget ${BUDGET_KB})\n`)
if (total > BUDGET_KB) process.exit(1)

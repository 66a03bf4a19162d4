/** Writes `.br` and `.gz` beside every asset, so that the server never compresses at run time. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = join(import.meta.dirname, 'dist', 'assets')
const smallest = 1024

for (const name of readdirSync(folder)) {
  if (!/\.(js|mjs|css|svg|json|wasm)$/.test(name)) continue
  const content = readFileSync(join(folder, name))
  if (content.length < smallest) continue
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: size }))
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
}

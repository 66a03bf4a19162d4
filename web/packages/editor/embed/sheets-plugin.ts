/**
 * Makes every style sheet a module that brings its own text (`addSheet`) instead of a file that the page would have to
 * link: so styles reach shadow trees, those of chunks loaded later too, and pages get nothing in their head.
 */

import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Plugin, preprocessCSS, type ResolvedConfig } from 'vite'

const REGISTRY = join(import.meta.dirname, '../src/embed/sheets.ts')
const MARK = '\0sheet:'

export function sheetsInScript(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'sheets-in-script',
    enforce: 'pre',
    config: () => ({ css: { modules: { generateScopedName: scopedName } } }),
    configResolved: (resolved) => {
      config = resolved
    },
    async resolveId(source, importer) {
      if (!source.endsWith('.css')) return undefined
      const file = await this.resolve(source, importer, { skipSelf: true })
      // The ending keeps other plugins from taking it for a sheet.
      return file && `${MARK}${file.id}.js`
    },
    async load(id) {
      if (!id.startsWith(MARK)) return undefined
      const file = id.slice(MARK.length, -'.js'.length)
      this.addWatchFile(file)
      const { modules = {} } = await preprocessCSS(await readFile(file, 'utf8'), file, config)
      return {
        code: `import { addSheet } from ${JSON.stringify(REGISTRY)}
          import text from ${JSON.stringify(`${file}?inline`)}
          addSheet(text, ${!file.endsWith('.module.css')})
          export default ${JSON.stringify(modules)}`,
        moduleSideEffects: true,
      }
    },
  }
}

/** The same for the names and for the text, which are read apart; told from others by where the sheet is. */
function scopedName(name: string, file: string): string {
  const path = relative(join(import.meta.dirname, '../src'), file.replace(/\?.*$/, ''))
  return `lw-${path.replace(/\.module\.css$/, '').replaceAll(sep, '-')}-${name}`
}

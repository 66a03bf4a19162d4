import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { sheetsInScript } from './sheets-plugin.ts'

const SCRIPT_URL = 'labelwrightScriptUrl'

/** Which script is running can only be asked while it starts; files are asked for later. */
const besideTheScript = (file: string) => ({ runtime: `new URL(${JSON.stringify(file)}, ${SCRIPT_URL}).href` })

/**
 * The editor for other people's pages: `npm run build:embed -w @labelwright/editor`. An ES module, whose rarer tags are
 * files loaded when a config first uses them; with `--mode script` a classic script that holds all of it.
 */
export default defineConfig(({ mode }) => {
  const isScript = mode === 'script'
  const name = isScript ? 'labelwright.script' : 'labelwright'
  return {
    root: import.meta.dirname,
    // Wherever the files are put, they find one another.
    base: './',
    plugins: [sheetsInScript(), react()],
    publicDir: false,
    ...(isScript ? { experimental: { renderBuiltUrl: besideTheScript } } : {}),
    build: {
      outDir: 'dist',
      emptyOutDir: !isScript,
      target: 'es2022',
      // Would leave links in the page's head.
      modulePreload: false,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: isScript ? 'script.ts' : 'module.ts',
        preserveEntrySignatures: 'strict',
        // A branch of pdf.js for Node asks for it.
        checks: { emptyImportMeta: false },
        output: {
          ...(isScript ? { intro: `const ${SCRIPT_URL} = document.currentScript.src;` } : {}),
          format: isScript ? 'iife' : 'es',
          // What is needed before the first label is one file, not the sixty in which tags could share it.
          codeSplitting: isScript ? false : { groups: [{ name: 'core', tags: ['$initial'] }] },
          entryFileNames: `${name}.js`,
          chunkFileNames: 'parts/[name]-[hash].js',
          assetFileNames: 'parts/[name]-[hash][extname]',
        },
      },
    },
  }
})

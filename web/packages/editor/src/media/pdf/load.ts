/** pdf.js with all it needs from our own build: nothing is fetched from elsewhere, and nothing in a file runs. */

import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

type Addresses = Readonly<Record<string, string>>

/** For texts in fonts that a file leaves out: character maps of Asian encodings, stand-ins for the standard fonts. */
const FILES: Readonly<Record<string, Addresses>> = {
  cMapUrl: byName(
    import.meta.glob('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
      query: '?url&no-inline',
      import: 'default',
      eager: true,
    }),
  ),
  standardFontDataUrl: byName(
    import.meta.glob('../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
      query: '?url&no-inline',
      import: 'default',
      eager: true,
    }),
  ),
  wasmUrl: byName(
    import.meta.glob('../../../../../node_modules/pdfjs-dist/wasm/*.wasm', {
      query: '?url&no-inline',
      import: 'default',
      eager: true,
    }),
  ),
}

function byName(modules: Record<string, unknown>): Addresses {
  return Object.fromEntries(
    Object.entries(modules).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), String(url)]),
  )
}

/** The build renames files, so pdf.js asks here instead of putting addresses together. */
class BundledFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = FILES[kind]?.[filename]
    if (url === undefined) throw new Error(`${filename} is not part of the editor`)
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${filename} does not load`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** Opens a file that was fetched already: by whom, and with which credentials, is not for pdf.js to say. */
export function openPdf(file: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data: file,
    BinaryDataFactory: BundledFiles,
    useWorkerFetch: false,
    enableXfa: false,
    isEvalSupported: false,
  })
}

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.LABELWRIGHT_URL ?? 'http://localhost:8080'
const paths = ['/api', '/data', '/storage-data', '/static', '/samples', '/docs', '/logout', '/tasks', '/presign']
/** The pages' own POSTs (the log-in form) go to the server, their GETs are Vite's. */
const forms = {
  target: server,
  bypass: (request: { method?: string; url?: string }) => (request.method === 'GET' ? request.url : undefined),
}

/** Icons that several parts share, in one file: each is smaller than the cost of a file of its own. What they stand on stays where it is. */
const ICONS = {
  name: 'icons',
  test: /@tabler[\\/]icons-react[\\/]dist[\\/]esm[\\/]icons/,
  minShareCount: 2,
  includeDependenciesRecursively: false,
}

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the server writes the base path into `<base href>` when it serves the page.
  base: './',
  plugins: [react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [ICONS] } } },
  },
  server: {
    proxy: {
      ...Object.fromEntries(paths.map((path) => [path, server])),
      '/user/login/': forms,
      '/user/signup/': forms,
    },
  },
})

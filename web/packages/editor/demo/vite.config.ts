import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The editor on a page of its own, with no server behind it: `npm run demo -w @labelwright/editor`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
})

import { defineConfig } from 'vitest/config'

const all = ['packages/*/src/**/*.test.{ts,tsx}', 'app/src/**/*.test.{ts,tsx}']
const model = ['packages/editor/src/model/**/*.test.ts']

// A test that needs a DOM says so at its top: `// @vitest-environment jsdom`.
export default defineConfig({
  test: {
    projects: [
      // Functions without a state of their own: loading them anew for each file would take longer than the tests.
      { extends: true, test: { name: 'model', include: model, isolate: false } },
      { extends: true, test: { name: 'web', include: all, exclude: model } },
    ],
    environment: 'node',
    setupFiles: ['./vitest.setup.ts'],
    // Only a test that hangs takes this long, however busy the machine is.
    testTimeout: 60_000,
    // What a test writes is worth reading when it fails.
    silent: 'passed-only',
  },
})

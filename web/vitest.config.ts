import { defineConfig } from 'vitest/config'

// A test that needs a DOM says so at its top: `// @vitest-environment jsdom`.
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'app/src/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['./vitest.setup.ts'],
    // Only a test that hangs takes this long, however busy the machine is.
    testTimeout: 60_000,
    // What a test writes is worth reading when it fails.
    silent: 'passed-only',
  },
})

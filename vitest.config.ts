import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    setupFiles: process.env.VANKHO_TEST_ENCRYPTED === '1' ? ['tests/support/encrypted-setup.ts'] : [],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2
  }
})

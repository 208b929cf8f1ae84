import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{contracts,mock-server,conformance,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{contracts,mock-server,conformance,scripts}/**/*.test.ts'],
    // Tests of one file may stand side by side, and other work beside them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Much of the time is waiting (deadlines, drain windows, browsers), so that three keep two cores busy.
    maxWorkers: 3,
    // Each file would load the whole suite anew, a second or two for each. No test leaves a global changed behind.
    isolate: false,
  },
})

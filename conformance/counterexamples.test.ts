import { beforeAll, describe, expect, test } from 'vitest'
import { checks } from './checks/index.ts'
import { runOnGateway } from './gateway.fixture.ts'
import { tryCounterexample } from './judge/sensitivity.ts'
import type { RunResult } from './run.ts'

/** The proof that each check can fail: its counterexamples are edits of a good transcript, and it must reject each. */
describe('every counterexample is caught by its check', () => {
  let good: RunResult
  beforeAll(async () => {
    good = await runOnGateway()
  })

  for (const check of checks.filter(({ browser }) => browser !== true)) {
    for (const counterexample of check.counterexamples) {
      test(`${check.id}: ${counterexample.name}`, () => {
        expect(tryCounterexample(good.transcript, check, counterexample)).toBe('caught')
      })
    }
  }
})

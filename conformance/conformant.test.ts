import { describe, expect, test } from 'vitest'
import { runOnGateway, seedFiles } from './gateway.fixture.ts'
import { profiles } from './transcript.ts'

describe('the correct gateway has no failure, no warning and nothing left unjudged', () => {
  for (const seed of seedFiles) {
    for (const profile of profiles) {
      test(`${seed}, profile ${profile}`, async () => {
        const { record } = await runOnGateway({ seed, profile })
        const open = record.checks
          .filter(
            ({ status, findings }) =>
              (status !== 'pass' && status !== 'not-applicable') || findings.length > 0,
          )
          .map(({ id, status, findings, reasons }) => ({ id, status, reasons, found: findings[0] }))
        expect(open).toEqual([])
        expect(record.sensitivity.missed).toEqual([])
        expect(record.verdict).toBe('conformant')
      }, 120_000)
    }
  }
})

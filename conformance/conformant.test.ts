import { describe, expect, test } from 'vitest'
import { openResults, runOnGateway, seedFiles } from './gateway.fixture.ts'
import { profiles } from './transcript.ts'

describe('the correct gateway has no failure, no warning and nothing left unjudged', () => {
  for (const seed of seedFiles) {
    for (const profile of profiles) {
      test(`${seed}, profile ${profile}`, async () => {
        const result = await runOnGateway({ seed, profile })
        const { record } = result
        expect(openResults(result)).toEqual([])
        expect(record.sensitivity.missed).toEqual([])
        expect(record.verdict).toBe('conformant')
      })
    }
  }
})

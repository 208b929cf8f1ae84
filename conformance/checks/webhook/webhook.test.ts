import { describe, expect, test } from 'vitest'
import { runOnGateway, seedFiles } from '../../gateway.fixture.ts'
import { tryCounterexample } from '../../judge/sensitivity.ts'
import { checks } from '../index.ts'

const own = checks.filter(({ requirement }) => requirement.startsWith('WHK-'))

describe.each(seedFiles)('webhook on the gateway with %s', async (seed) => {
  const { record, transcript } = await runOnGateway({ seed, only: 'webhook' })

  test.each(own)('$id passes, where the seed gives it something to judge', ({ id, level }) => {
    const result = record.checks.find((check) => check.id === id)
    expect(result?.reasons).toEqual(
      result?.status === 'not-applicable' ? [expect.stringContaining('the seed')] : [],
    )
    expect(['pass', 'not-applicable']).toContain(result?.status)
    // A MAY only takes note.
    if (level !== 'MAY') expect(result?.findings).toEqual([])
  })

  for (const check of own) {
    if (record.checks.find(({ id }) => id === check.id)?.status === 'not-applicable') continue
    test.each(check.counterexamples)(`${check.id} notices: $name`, (counterexample) => {
      expect(tryCounterexample(transcript, check, counterexample)).toBe('caught')
    })
  }
})

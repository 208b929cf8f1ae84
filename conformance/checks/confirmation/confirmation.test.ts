import { describe, expect, test } from 'vitest'
import { runOnGateway, seedFiles } from '../../gateway.fixture.ts'
import { tryCounterexample } from '../../judge/sensitivity.ts'
import { checks } from '../index.ts'

const own = checks.filter(({ requirement }) => requirement.startsWith('CNF-'))

describe.each(seedFiles)('confirmation at the gateway with %s', async (seed) => {
  const { record, transcript } = await runOnGateway({ seed, only: 'confirmation' })

  test.each(own.map(({ id }) => id))('%s passes', (id) => {
    const result = record.checks.find((check) => check.id === id)
    expect(result).toMatchObject({ status: 'pass', findings: [] })
  })

  for (const check of own) {
    test.each(check.counterexamples)(`${check.id} notices: $name`, (counterexample) => {
      expect(tryCounterexample(transcript, check, counterexample)).toBe('caught')
    })
  }
})

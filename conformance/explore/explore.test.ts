import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContract } from '../../contracts/seed-file.ts'
import { startTestGateway } from '../../mock-server/testing.ts'
import { seedFiles } from '../gateway.fixture.ts'
import { sequencesScenario } from '../judge/sequences/story.ts'
import { createRecord } from '../record.ts'
import { serializeRecord } from '../run-folder.ts'
import { explorationLine } from '../report/exploration.ts'
import { runInProcess } from '../testing.ts'
import type { Exchange, Transcript } from '../transcript.ts'
import { exploreGateway, foundBy, sequenceChecks } from './told.fixture.ts'

const contract = readContract(join(import.meta.dirname, '../../seeds/checkout-offer-source-data.json'))

function exchangesOf({ entries }: Transcript): Exchange[] {
  return entries.filter(
    (entry): entry is Exchange => entry.kind === 'exchange' && entry.scenario === sequencesScenario,
  )
}

/** The stories as they were told: commands alone, no ids. */
function commands(transcript: Transcript): unknown[] {
  return exchangesOf(transcript).map(({ about: { story, position, command } }) => [story, position, command])
}

describe('the correct gateway stands every story', () => {
  for (const seed of seedFiles) {
    test(`sixty stories, ${seed}`, async () => {
      const result = await exploreGateway({ stories: 60 }, { seed })
      expect(foundBy(result)).toEqual([])
      expect(explorationLine(result.transcript)).toMatch(/^60 stories in \d+ exchanges; again with/)
      expect(result.record.sensitivity.missed).toEqual([])
    })
  }
})

describe('what is left out, and what comes again', () => {
  test('nothing is explored where none is asked for, and the checks say how to unlock them', async () => {
    const { record, transcript } = await exploreGateway({ stories: 0 })
    expect(exchangesOf(transcript)).toEqual([])
    for (const { status, reasons } of record.checks) {
      expect(status).toBe('not-applicable')
      expect(reasons.join()).toContain('--explore')
    }
    expect(explorationLine(transcript)).toBeNull()
  })

  test('as many stories as come by default stay below 180 exchanges', async () => {
    const { transcript } = await exploreGateway({})
    expect(exchangesOf(transcript).length).toBeGreaterThan(0)
    expect(exchangesOf(transcript).length).toBeLessThan(180)
  })

  test('one story leaves what it did not come by not applicable, and the record conformant', async () => {
    const { record } = await exploreGateway({ stories: 1 })
    expect(record.verdict).toBe('conformant')
    expect(record.counts['not-applicable']).toBeGreaterThan(0)
  })

  test('the same seed tells the same stories, another one tells others', async () => {
    const [first, again, other] = [
      await exploreGateway({ stories: 12, seed: 7 }),
      await exploreGateway({ stories: 12, seed: 7 }),
      await exploreGateway({ stories: 12, seed: 8 }),
    ]
    expect(commands(again.transcript)).toEqual(commands(first.transcript))
    expect(commands(other.transcript)).not.toEqual(commands(first.transcript))
    expect(explorationLine(first.transcript)).toContain('--explore 12 --explore-seed 7')
  })

  test('the record is recomputed from the transcript, byte for byte', async () => {
    const { transcript, record } = await exploreGateway(
      { stories: 6, seed: 3 },
      { gateway: { defects: ['version-ignored'] } },
    )
    expect(record.sensitivity.missed).toEqual([])
    const read = JSON.parse(JSON.stringify(transcript)) as Transcript
    expect(serializeRecord(createRecord(read, sequenceChecks))).toBe(serializeRecord(record))
  })
})

describe('a target that fails now and then is not blamed', () => {
  const troubles: readonly (readonly [string, () => Response])[] = [
    ['429', () => new Response('{"ok":false,"code":"slow_down"}', { status: 429 })],
    ['503', () => new Response('upstream is away', { status: 503 })],
    [
      'no answer',
      () => {
        throw new TypeError('fetch failed')
      },
    ],
  ]
  for (const [name, trouble] of troubles) {
    test(`every ninth answer: ${name}`, async () => {
      const gateway = startTestGateway({ contract })
      let asked = 0
      const { record, transcript } = await runInProcess({
        contract,
        fetch: async (request) => {
          asked += 1
          return asked % 9 === 0 ? trouble() : gateway.fetch(request)
        },
        webhookSecret: gateway.webhookSecret,
        checks: sequenceChecks,
        explore: { stories: 20, seed: 1 },
        sleep: () => Promise.resolve(),
      })
      await gateway.close()
      expect(exchangesOf(transcript).length).toBeGreaterThan(50)
      expect(foundBy({ record, transcript })).toEqual([])
    })
  }
})

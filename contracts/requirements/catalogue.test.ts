import { expect, test } from 'vitest'
import { readSeedFile } from '../seed-file.ts'
import { guarantees, profiles, quote, requirementById, requirements } from './index.ts'

const seed = readSeedFile(new URL('../../seeds/checkout-offer-source-data.json', import.meta.url))

/** How many rows of the catalogue each prefix has; ids run from 01 without a gap. */
const catalogue = {
  RED: 16,
  CNF: 12,
  ELG: 14,
  NBL: 10,
  IDM: 9,
  STL: 5,
  WHK: 8,
  ATT: 5,
  LED: 5,
  OWN: 3,
  PAG: 6,
  SRC: 10,
  ROB: 6,
}
const ids = Object.entries(catalogue).flatMap(([prefix, count]) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`),
)

test('has every row of the catalogue once, in order', () => {
  expect(requirements.map(({ id }) => id)).toEqual(ids)
})

test('each guarantee has its own prefix', () => {
  for (const guarantee of guarantees) {
    const prefixes = new Set(
      requirements.filter((each) => each.guarantee === guarantee).map(({ id }) => id.slice(0, 3)),
    )
    expect(prefixes.size, guarantee).toBe(1)
  }
})

test.each(requirements.map((each) => [each.id, each] as const))(
  '%s says what, whence, why and how',
  (_id, each) => {
    expect(profiles).toContain(each.profile)
    expect(each.sources.length).toBeGreaterThan(0)
    for (const words of [each.statement, each.why, each.remedy]) expect(words).toMatch(/^\S.{20,}[.]$/s)
    if (each.should !== undefined) expect(each.level).toBe('MUST')
    for (const source of each.sources) {
      if (source.kind === 'seed') expect(quote(seed, source.pointer), source.pointer).toBeTruthy()
    }
  },
)

test('no word of the catalogue is taken from one seed', () => {
  const seeded = [
    'Bumpgrade',
    seed.stacks[0]?.primaryOffer.title ?? '',
    seed.stacks[0]?.id ?? '',
    '900',
    'usd',
  ]
  const words = JSON.stringify(requirements)
  for (const value of seeded) expect(words).not.toContain(value)
})

test('an unknown id is answered with the nearest', () => {
  expect(requirementById('RED-04').guarantee).toBe('redaction')
  expect(() => requirementById('NBL-3')).toThrow(/"NBL-3".*nearest is "NBL-03"/)
})

test('quotes text, trims what is long, and knows when there is none', () => {
  expect(quote(seed, '/routes/0')).toBe('/offers/source-data')
  expect(quote(seed, '/sandboxCheckout/liveModeEnabled')).toBe('false')
  expect(quote(seed, '/nowhere/0')).toBeUndefined()
  const long = quote(seed, '/writeBoundary') ?? ''
  expect(Array.from(long)).toHaveLength(240)
  expect(long.endsWith('…')).toBe(true)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveContract } from './derive.ts'
import { defaultSettings } from './settings.ts'
import { locate, parsePointer } from './json-pointer.ts'
import { parseSeed, parseSeedText } from './load.ts'
import { good, problemsOf, seedUrl } from './seed-edits.fixture.ts'
import { readContract, readSeedFile } from './seed-file.ts'

const defaultSeedText = readFileSync(seedUrl('checkout-offer-source-data.json'), 'utf8')

describe('both seeds of the repository', () => {
  test.each(['checkout-offer-source-data.json', 'atelier-lumiere-source-data.json'])(
    '%s is accepted',
    (name) => {
      const contract = readContract(seedUrl(name))
      expect(contract.offers.length).toBeGreaterThan(3)
      expect(Object.isFrozen(contract.seed.stacks[0])).toBe(true)
    },
  )

  test('keeps every value and the order of members', () => {
    expect(JSON.stringify(parseSeedText(defaultSeedText))).toBe(JSON.stringify(JSON.parse(defaultSeedText)))
  })

  test('leaves the value that it was given alone', () => {
    const json = good()
    deriveContract(parseSeed(json))
    expect(Object.isFrozen(json['stacks'])).toBe(false)
  })
})

describe('text that is no seed', () => {
  test.each([
    ['{"id": 1,}', /line 1, column 10/],
    ['{\n  "id" 1}', /line 2, column 8/],
    ['[1,,2]', /line 1, column 4/],
    ['{"id": tru', /line 1, column 8/],
    ['{"id": 1', /ends too early at line 1, column 9/],
    ['', /ends too early/],
    ['{} {}', /line 1, column 4/],
  ])('%s', (json, message) => {
    expect(problemsOf(() => parseSeedText(json))).toEqual([
      { pointer: '', message: expect.stringMatching(message) as unknown },
    ])
  })

  test('a member that stands twice is refused at its pointer', () => {
    const twice = defaultSeedText.replace('"currency": "usd"', '"currency": "eur", "currenc\\u0079": "usd"')
    expect(problemsOf(() => parseSeedText(twice))).toEqual([
      {
        pointer: '/stacks/0/primaryOffer/currency',
        message: expect.stringContaining('"currency"') as unknown,
      },
    ])
  })

  test('a configured route that the seed uses for something else is refused', () => {
    const { preview } = readContract(seedUrl('checkout-offer-source-data.json')).routes
    const settings = { ...defaultSettings, routes: { ...defaultSettings.routes, cancel: preview } }
    const run = () => readContract(seedUrl('checkout-offer-source-data.json'), settings)
    expect(problemsOf(run)).toEqual([
      { pointer: '', message: `"${preview}" is both the preview and the cancel route; each needs its own` },
    ])
  })

  test('a file is named in the message', () => {
    expect(() => readSeedFile(new URL('../package.json', import.meta.url))).toThrow(
      /package\.json has \d+ problems/,
    )
    expect(() => readSeedFile(seedUrl('none.json'))).toThrow(/ENOENT/)
  })
})

describe('a seed that is nested without end', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const withMember = (member: string) => defaultSeedText.replace('{', () => `{ "extra": ${member}, `)

  test.each([51, 20_000, 500_000])('%d levels are refused where the first too deep value stands', (depth) => {
    // The document itself is the first level.
    expect(problemsOf(() => parseSeedText(withMember(nested(depth - 1))))).toEqual([
      {
        pointer: `/extra${'/0'.repeat(49)}`,
        message: expect.stringMatching(/more than 50 levels.*flatten/) as unknown,
      },
    ])
  })

  test('50 levels are taken', () => {
    expect(problemsOf(() => parseSeedText(withMember(nested(49))))).toEqual([])
  })

  test('a value that holds itself is refused too', () => {
    const json = good()
    json['itself'] = json
    expect(problemsOf(() => parseSeed(json)).map(({ message }) => message)).toEqual([
      expect.stringMatching(/more than 50 levels/),
    ])
  })
})

test('whatever is done to a seed, only a SeedError comes out', () => {
  const all = locateAll(good())
  const junk = fc.oneof(fc.constantFrom(undefined, null, [], {}, '', -1, 'paid', [[]]), fc.jsonValue())
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...all), junk), { minLength: 1, maxLength: 4 }),
      (edits) => {
        const seed = edits.reduce<unknown>(
          (value, [pointer, change]) => replaceAt(value, pointer, change),
          good(),
        )
        for (const { pointer } of problemsOf(() => deriveContract(parseSeed(seed)))) parsePointer(pointer)
      },
    ),
    { numRuns: 1_000 },
  )
})

function locateAll(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [pointer, ...locate(value, '/*').flatMap((at) => locateAll(at.value, pointer + at.pointer))]
}

function replaceAt(value: unknown, pointer: string, change: unknown): unknown {
  const [step, ...rest] = parsePointer(pointer)
  if (step === undefined) return change
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as unknown as Record<string, unknown>)
    : { ...value }
  copy[step] = replaceAt(
    copy[step],
    rest.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    change,
  )
  return copy
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contract } from './contract.ts'
import { deriveContract } from './derive.ts'
import { defaultSettings } from './settings.ts'
import { parseSeed } from './load.ts'
import { readContract } from './seed-file.ts'
import { createValidator } from './validate.ts'
import { createVisibility } from './visibility.ts'
import { examplesFor } from './wire/examples.fixture.ts'
import { isRequestSchemaId, schemaIds, schemas } from './wire/schemas.ts'

const seeded = (name: string) => readContract(new URL(`../seeds/${name}.json`, import.meta.url))
const standard = seeded('checkout-offer-source-data')

/** No bumps, and referral links of which only the ids are known. */
function bare(): Contract {
  const { seed } = standard
  const [stack, ...others] = seed.stacks
  const links = { eligible: { referralLinkId: 'a' }, ineligible: { referralLinkId: 'b' } }
  return deriveContract(
    parseSeed({
      ...seed,
      sandboxCheckout: { ...seed.sandboxCheckout, supportsOrderBumps: false, allowedOrderBumpPriceIds: [] },
      stacks: [{ ...stack, orderBumps: [] }, ...others],
    }),
    { ...defaultSettings, referralLinks: links },
  )
}

const contracts = [
  ['the default seed', standard],
  ['the second seed', seeded('atelier-lumiere-source-data')],
  ['a seed without bumps', bare()],
] as const
const usual = [
  'requestId',
  'buyerEmail',
  'session_id',
  'payment-method',
  'ok',
  'duplicate',
  'checkout',
  '__proto__',
]

type Path = readonly (string | number)[]

/** Every place in a JSON value, the root included. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Array.isArray(value)
    ? value.flatMap((each, index) => places(each, [...path, index]))
    : Object.entries(value).flatMap(([name, each]) => places(each, [...path, name]))
  return [path, ...below]
}

function edit(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each: unknown, index): unknown => (index === step ? edit(each, rest, change) : each))
  const entries: [string, unknown][] = Object.entries(value ?? {})
  return Object.fromEntries(
    entries.map(([name, each]) => [name, name === step ? edit(each, rest, change) : each]),
  )
}

const remove = (value: unknown, path: Path): unknown =>
  edit(value, path.slice(0, -1), (parent) =>
    Array.isArray(parent)
      ? parent.filter((_each, index) => index !== path.at(-1))
      : Object.fromEntries(Object.entries(parent ?? {}).filter(([name]) => name !== path.at(-1))),
  )

const add = (value: unknown, name: string, member: unknown): unknown => {
  if (Array.isArray(value)) return [...(value as unknown[]), member]
  if (typeof value !== 'object' || value === null) return member
  return Object.fromEntries([...Object.entries(value), [name, member]])
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 0, -1, 1, 1.5, 1e21, 'paid', [], {}, { a: 1 }, [null]),
  fc.string(),
  fc.integer(),
)

/** One to three edits of a valid message: replaced, removed, added. */
function mutations(example: unknown): fc.Arbitrary<unknown> {
  const one = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('replace', 'remove', 'add'),
    name: fc.oneof(fc.constantFrom(...usual), fc.string()),
    value: scalar,
  })
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((steps) =>
    steps.reduce<unknown>((value, step) => {
      const all = places(value)
      const path = all[step.at % all.length] ?? []
      if (step.kind === 'remove' && path.length > 0) return remove(value, path)
      return edit(value, path, (old) => (step.kind === 'add' ? add(old, step.name, step.value) : step.value))
    }, example),
  )
}

describe.each(contracts)('under %s', (_name, contract) => {
  const validator = createValidator(contract)
  const forbidden = new Set(createVisibility(contract).forbiddenNames)
  const examples = examplesFor(contract)
  const namesForbidden = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([member, each]) => (!Array.isArray(value) && forbidden.has(member)) || namesForbidden(each),
    )

  test.each(schemaIds)('%s: the examples fit', (id) => {
    for (const example of examples[id]) expect(validator.validate(id, example)).toEqual([])
  })

  test.each(schemaIds)('%s: zod and Ajv agree on every mutation', (id) => {
    const zod = schemas[id](contract)
    const answer = !isRequestSchemaId(id)
    for (const example of examples[id]) {
      fc.assert(
        fc.property(mutations(example), (mutant) => {
          const expected = zod.safeParse(mutant).success && !(answer && namesForbidden(mutant))
          expect(validator.validate(id, mutant).length === 0, JSON.stringify(mutant)).toBe(expected)
        }),
        { numRuns: 60 },
      )
    }
  })
})

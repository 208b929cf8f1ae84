import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from '../contracts/zod.ts'
import { runOnGateway } from './gateway.fixture.ts'
import { recordJsonSchema, recordSchema } from './record-schema.ts'
import type { RunRecord } from './record.ts'
import { serializeRecord } from './run-folder.ts'

type Frozen<T> = T extends object ? { readonly [key in keyof T]: Frozen<T[key]> } : T

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(recordJsonSchema())

describe('the published schema of the record', () => {
  let good: RunRecord
  let bad: RunRecord
  beforeAll(async () => {
    good = (await runOnGateway({ only: 'SRC-01,ELG-12,NBL-03', profile: 'sandbox' })).record
    bad = (await runOnGateway({ only: 'SRC-*', gateway: { defects: ['price-wrong'] } })).record
  })

  test('says what the type says, no more and no less', () => {
    expectTypeOf<Frozen<z.infer<typeof recordSchema>>>().toEqualTypeOf<Frozen<RunRecord>>()
  })

  test('a record of a real run fits it, as it is written', () => {
    for (const record of [good, bad]) {
      const written: unknown = JSON.parse(serializeRecord(record))
      expect(validate(written), JSON.stringify(validate.errors)).toBe(true)
      expect(recordSchema.parse(written)).toEqual(written)
    }
    expect(good.verdict).toBe('conformant')
    expect(bad.checks.some(({ findings }) => findings.length > 0)).toBe(true)
  })

  test('what is no record does not fit', () => {
    const edits: readonly object[] = [
      { anything: 1 },
      { verdict: 'fine' },
      { counts: { ...good.counts, pass: undefined } },
      { guarantees: { happiness: 'pass' } },
      { checks: [{ ...good.checks[0], status: 'passed' }] },
      { checks: [{ ...good.checks[0], secret: 'x' }] },
    ]
    for (const edit of edits) {
      const written: unknown = JSON.parse(JSON.stringify({ ...good, ...edit }))
      expect(validate(written), JSON.stringify(edit)).toBe(false)
      expect(recordSchema.safeParse(written).success).toBe(false)
    }
    for (const nonsense of [{ anything: 1 }, [], null, 'text']) expect(validate(nonsense)).toBe(false)
  })
})

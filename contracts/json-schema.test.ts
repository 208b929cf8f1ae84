import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { jsonSchemaFor } from './json-schema.ts'
import { readContract } from './seed-file.ts'
import { schemaIds } from './wire/schemas.ts'

const contract = readContract(new URL('../seeds/atelier-lumiere-source-data.json', import.meta.url))

// A generator that does not understand the schemas that it is given writes ones that accept everything, and says nothing.
test.each(schemaIds)('%s refuses what no message looks like', (id) => {
  const check = new Ajv2020({ strict: false }).compile(jsonSchemaFor(contract, id))
  for (const nonsense of [{ anything: 1 }, [], null, 'text', 1, true]) expect(check(nonsense)).toBe(false)
})

import type { Scenario } from '../scenario.ts'
import { harmlessWrites } from './writes.ts'

const malformed: [variant: string, body: string | Uint8Array][] = [
  ['cut-off', '{"confirmationText":'],
  ['no-json', 'confirmationText=yes'],
  ['trailing-text', '{} {}'],
  ['single-quotes', "{'confirmationText':'yes'}"],
  ['not-utf-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0xc3, 0x28, 0x7d])],
]

const noObjects: [variant: string, body: string][] = [
  ['null', 'null'],
  ['array', '[]'],
  ['array-of-object', '[{"confirmationText":"yes"}]'],
  ['string', '"confirmationText"'],
  ['number', '7'],
  ['true', 'true'],
]

/** What stands behind a gate or a signature shows no more with each further body. */
const few = ['cut-off', 'null', 'array']

export const robustnessMalformed: Scenario = {
  id: 'robustness/malformed',
  profile: 'public',
  title: 'every write with malformed JSON, null, arrays and scalars',
  drive: async (driver) => {
    for (const { operation, path } of harmlessWrites(driver)) {
      const guarded = operation === 'owner.act' || operation === 'webhook.deliver'
      const bodies = [...malformed, ...noObjects].filter(([variant]) => !guarded || few.includes(variant))
      for (const [variant, body] of bodies) {
        await driver.send({
          operation,
          step: 'malformed',
          variant: `${operation}/${variant}`,
          method: 'POST',
          path,
          headers: [['content-type', 'application/json']],
          body,
        })
      }
    }
  },
}

import { defineDefect } from '../define.ts'
import { acceptingAlso, signatureOf } from '../signature.ts'

export const truncatedCompare = defineDefect({
  id: 'truncated-compare',
  breaks: 'WHK-02',
  summary: 'The beginning of a signature is enough.',
  behaviour: acceptingAlso(async ({ timestamp, body, secret, valuesOf }) => {
    const expected = await signatureOf(secret, `${timestamp}.${body}`)
    return valuesOf('v1').some((given) => given.length >= 8 && expected.startsWith(given))
  }),
})

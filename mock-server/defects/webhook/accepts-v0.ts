import { defineDefect } from '../define.ts'
import { acceptingAlso, signatureOf } from '../signature.ts'

export const acceptsV0 = defineDefect({
  id: 'accepts-v0',
  breaks: 'WHK-02',
  summary: 'A signature of the old scheme counts.',
  behaviour: acceptingAlso(async ({ timestamp, body, secret, valuesOf }) =>
    valuesOf('v0').includes(await signatureOf(secret, `${timestamp}.${body}`)),
  ),
})

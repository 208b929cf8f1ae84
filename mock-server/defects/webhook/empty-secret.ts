import { defineDefect } from '../define.ts'
import { acceptingAlso, signatureOf } from '../signature.ts'

export const emptySecret = defineDefect({
  id: 'empty-secret',
  breaks: 'WHK-02',
  summary: 'A signature under the empty secret counts.',
  behaviour: acceptingAlso(async ({ timestamp, body, valuesOf }) =>
    valuesOf('v1').includes(await signatureOf('', `${timestamp}.${body}`)),
  ),
})

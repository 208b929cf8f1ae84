import { defineDefect } from '../define.ts'
import { acceptingAlso, signatureOf } from '../signature.ts'

export const signatureOverWrongPart = defineDefect({
  id: 'signature-over-wrong-part',
  breaks: 'WHK-02',
  summary: 'A signature over the body without its time counts.',
  behaviour: acceptingAlso(async ({ body, secret, valuesOf }) =>
    valuesOf('v1').includes(await signatureOf(secret, body)),
  ),
})

import { defineDefect } from '../define.ts'
import { answer } from '../../http/answer.ts'

export const with2xxOnBadSignature = defineDefect({
  id: '2xx-on-bad-signature',
  breaks: 'WHK-01',
  summary: 'A forged event is answered as if it had been taken.',
  respond: ({ route }, response) =>
    route === 'webhook' && response.status === 400 ? answer({ ok: true, received: true }) : response,
})

import { answer } from '../../http/answer.ts'
import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const oneEntryASecond = defineDefect({
  id: 'one-entry-a-second',
  breaks: 'LED-01',
  summary: 'A second after the first entry an intent takes another.',
  respond: ({ route, requestBody, memory, now }, response) => {
    const id = textField(requestBody, 'checkoutIntentId')
    if (route !== 'ledger' || id === undefined) return response
    const first = memory.get(id)
    if (response.status === 200 && first === undefined) memory.set(id, now())
    const over = typeof first === 'number' && now() - first > 1_000
    return response.status === 409 && over ? answer({ ok: true, duplicate: false }) : response
  },
})

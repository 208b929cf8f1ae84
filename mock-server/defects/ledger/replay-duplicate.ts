import { defineDefect } from '../define.ts'
import { bodyOf } from '../../http/answer.ts'

export const replayDuplicate = defineDefect({
  id: 'replay-duplicate',
  breaks: 'IDM-02',
  summary: 'The replay of a ledger entry raises its count.',
  respond: async ({ route, requestBody, store }, response) => {
    if (route !== 'ledger' || requestBody['checkoutIntentId'] === undefined) return response
    const body = await bodyOf(response)
    if (body?.['duplicate'] !== true) return response
    await store.transaction(async (tx) => {
      const tally = (await tx.tallies.all()).find(({ group }) => group === 'ledger')
      if (tally !== undefined) await tx.tallies.put({ ...tally, total: tally.total + 1 })
    })
    return response
  },
})

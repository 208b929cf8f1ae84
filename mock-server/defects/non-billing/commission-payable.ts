import { defineDefect } from '../define.ts'

export const commissionPayable = defineDefect({
  id: 'commission-payable',
  breaks: 'NBL-04',
  summary: 'A decision makes the commission of its intent payable.',
  behaviour: () => ({
    afterDecision: async ({ store }, { decision }) => {
      await store.transaction(async (tx) => {
        const entry = (await tx.ledger.all()).find(
          ({ checkoutIntentId }) => checkoutIntentId === decision.checkoutIntentId,
        )
        if (entry !== undefined) await tx.ledger.put({ ...entry, payoutStatus: 'payable' })
      })
    },
  }),
})

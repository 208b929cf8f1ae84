import { defineDefect } from '../define.ts'

export const quantityFromClient = defineDefect({
  id: 'quantity-from-client',
  breaks: 'NBL-06',
  summary: 'The client says how many Stripe sells, while every answer tells the seeded amount.',
  behaviour: (good) => {
    const asked = new Map<string, number>()
    return {
      startedIntent: (intent, fields) => {
        const quantity = fields['quantity']
        if (Number.isInteger(quantity) && Number(quantity) > 0) asked.set(intent.id, Number(quantity))
        return good.startedIntent(intent, fields)
      },
      sessionParams: (params) => ({
        ...good.sessionParams(params),
        line_items: (params.line_items ?? []).map((item) => ({
          ...item,
          quantity: asked.get(params.client_reference_id ?? '') ?? 1,
        })),
      }),
    }
  },
})

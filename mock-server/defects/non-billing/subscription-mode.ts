import { defineDefect } from '../define.ts'

export const subscriptionMode = defineDefect({
  id: 'subscription-mode',
  breaks: 'NBL-06',
  summary: 'The session is created for a subscription.',
  behaviour: (good) => ({
    sessionParams: (params) => {
      const { line_items = [], ...rest } = good.sessionParams(params)
      const recurring = { interval: 'month' } as const
      return {
        ...rest,
        mode: 'subscription',
        line_items: line_items.map(({ price_data, ...item }) => ({
          ...item,
          ...(price_data !== undefined && { price_data: { ...price_data, recurring } }),
        })),
      }
    },
  }),
})

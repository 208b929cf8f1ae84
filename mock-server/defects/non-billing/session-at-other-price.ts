import { defineDefect } from '../define.ts'

export const sessionAtOtherPrice = defineDefect({
  id: 'session-at-other-price',
  breaks: 'NBL-06',
  summary: 'The session is created with another amount than the seeded one.',
  behaviour: () => ({
    sessionParams: (params) => ({
      ...params,
      line_items: (params.line_items ?? []).map((item) => ({ ...item, quantity: 2 })),
    }),
  }),
})

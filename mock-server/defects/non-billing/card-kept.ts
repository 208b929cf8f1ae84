import { defineDefect } from '../define.ts'

export const cardKept = defineDefect({
  id: 'card-kept',
  breaks: 'NBL-06',
  summary: 'The session keeps the card for charges to come.',
  behaviour: (good) => ({
    sessionParams: (params) => ({
      ...good.sessionParams(params),
      payment_intent_data: { setup_future_usage: 'off_session' },
    }),
  }),
})

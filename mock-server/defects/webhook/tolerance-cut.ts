import { defineDefect } from '../define.ts'

export const toleranceCut = defineDefect({
  id: 'tolerance-cut',
  breaks: 'WHK-03',
  summary: 'A delivery counts as stale after two minutes.',
  behaviour: (good) => ({
    verifyWebhook: (delivery) =>
      good.verifyWebhook({ ...delivery, receivedAt: delivery.receivedAt + 180_000 }),
  }),
})

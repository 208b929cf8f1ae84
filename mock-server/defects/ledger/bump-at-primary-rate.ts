import { defineDefect } from '../define.ts'

export const bumpAtPrimaryRate = defineDefect({
  id: 'bump-at-primary-rate',
  breaks: 'LED-02',
  summary: "A bump earns the primary offer's rate.",
  behaviour: (good) => ({
    commissionOf: (intent) =>
      good.commissionOf({ ...intent, lines: intent.lines.map((line) => ({ ...line, kind: 'primary' })) }),
  }),
})

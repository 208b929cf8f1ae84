import { defineDefect } from '../define.ts'

export const priceMissing = defineDefect({
  id: 'price-missing',
  breaks: 'PAG-02',
  summary: 'The pages show no prices.',
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), pricesShown: false }),
  }),
})

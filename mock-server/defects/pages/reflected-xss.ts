import { defineDefect } from '../define.ts'

export const reflectedXss = defineDefect({
  id: 'reflected-xss',
  breaks: 'PAG-04',
  summary: 'The id in the URL stands on the page as it is.',
  behaviour: (good) => ({
    pageFacts: (facts) => ({ ...good.pageFacts(facts), extra: `<p>Checkout ${facts.intentId}</p>` }),
  }),
})

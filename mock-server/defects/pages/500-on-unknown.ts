import { defineDefect } from '../define.ts'

export const with500OnUnknown = defineDefect({
  id: '500-on-unknown',
  breaks: 'PAG-05',
  summary: 'An intent that nobody knows is a server error on its page.',
  behaviour: (good) => ({
    onPageVisit: async (page, intent, effects) => {
      if (page === 'post-purchase' && intent === undefined) throw new TypeError('cannot read the status')
      await good.onPageVisit(page, intent, effects)
    },
  }),
})

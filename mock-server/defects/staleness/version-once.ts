import { defineDefect } from '../define.ts'

export const versionOnce = defineDefect({
  id: 'version-once',
  breaks: 'STL-02',
  summary: 'After the first decision on an intent the next ones may expect any time.',
  behaviour: (good) => {
    const decided = new Set<number>()
    return {
      afterDecision: async (effects, outcome) => {
        decided.add(outcome.decision.checkoutUpdatedAt)
        await good.afterDecision(effects, outcome)
      },
      isCurrent: (given, actual, place) =>
        (place === 'decision' && decided.has(actual)) || good.isCurrent(given, actual, place),
    }
  },
})

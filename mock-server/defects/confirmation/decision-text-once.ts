import { defineDefect } from '../define.ts'

export const decisionTextOnce = defineDefect({
  id: 'decision-text-once',
  breaks: 'CNF-04',
  summary: 'After the first decision on an intent the next ones need no text.',
  behaviour: (good, { texts }) => {
    const decided = new Set<unknown>()
    return {
      afterDecision: async (effects, outcome) => {
        decided.add(outcome.decision.checkoutIntentId)
        await good.afterDecision(effects, outcome)
      },
      confirmationOf: (fields, request) =>
        decided.has(fields['checkoutIntentId']) && fields['decisionKind'] !== undefined
          ? texts.decision
          : good.confirmationOf(fields, request),
    }
  },
})

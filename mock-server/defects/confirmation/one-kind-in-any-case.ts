import { defineDefect } from '../define.ts'

export const oneKindInAnyCase = defineDefect({
  id: 'one-kind-in-any-case',
  breaks: 'CNF-04',
  summary: 'Decisions of the last seeded kind take their text in any case.',
  behaviour: (good, { decisions, texts }) => ({
    confirmationOf: (fields, request) => {
      const text = good.confirmationOf(fields, request)
      const alike = typeof text === 'string' && text.toLowerCase() === texts.decision.toLowerCase()
      return alike && fields['decisionKind'] === decisions.at(-1)?.decisionKind ? texts.decision : text
    },
  }),
})

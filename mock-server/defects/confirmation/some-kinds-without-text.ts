import { defineDefect } from '../define.ts'

export const someKindsWithoutText = defineDefect({
  id: 'some-kinds-without-text',
  breaks: 'CNF-04',
  summary: 'The last kind of decision needs no text.',
  behaviour: (good, { decisions, texts }) => ({
    confirmationOf: (fields, request) => {
      const last = decisions.at(-1)?.decisionKind
      return fields['decisionKind'] === last ? texts.decision : good.confirmationOf(fields, request)
    },
  }),
})

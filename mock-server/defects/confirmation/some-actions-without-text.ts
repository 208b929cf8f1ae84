import { defineDefect } from '../define.ts'

export const someActionsWithoutText = defineDefect({
  id: 'some-actions-without-text',
  breaks: 'CNF-08',
  summary: 'An owner action that reverses needs no text.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) =>
      fields['actionKind'] === 'reverse_evidence' ? texts.owner : good.confirmationOf(fields, request),
  }),
})

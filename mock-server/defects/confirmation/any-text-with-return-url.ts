import { defineDefect } from '../define.ts'

export const anyTextWithReturnUrl = defineDefect({
  id: 'any-text-with-return-url',
  breaks: 'CNF-02',
  summary: 'A start that names its return address takes any text.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) => {
      const text = good.confirmationOf(fields, request)
      return typeof fields['successUrl'] === 'string' && text !== undefined ? texts.checkout : text
    },
  }),
})

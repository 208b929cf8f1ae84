import { defineDefect } from '../define.ts'

export const ownerKeyLowerCase = defineDefect({
  id: 'owner-key-lower-case',
  breaks: 'IDM-07',
  summary: 'The keys of owner actions are compared in lower case.',
  behaviour: (good) => ({
    keyOf: (fields, headers) => {
      const key = good.keyOf(fields, headers)
      return fields['commissionLedgerId'] === undefined ? key : key?.toLowerCase()
    },
  }),
})

import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const textInOtherMember = defineDefect({
  id: 'text-in-other-member',
  breaks: 'CNF-02',
  summary: 'The confirmation text is taken from another member where its own is absent.',
  behaviour: (good) => ({
    confirmationOf: (fields, request) =>
      good.confirmationOf(fields, request) ?? field(fields, 'confirmation') ?? field(fields, 'text'),
  }),
})

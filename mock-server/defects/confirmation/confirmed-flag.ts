import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const confirmedFlag = defineDefect({
  id: 'confirmed-flag',
  breaks: 'CNF-02',
  summary: 'A claim to have confirmed stands for the text.',
  behaviour: (good, { texts }) => ({
    confirmationOf: (fields, request) =>
      field(fields, 'confirmed') === true ? texts.checkout : good.confirmationOf(fields, request),
  }),
})

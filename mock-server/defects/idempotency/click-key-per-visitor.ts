import { defineDefect } from '../define.ts'

export const clickKeyPerVisitor = defineDefect({
  id: 'click-key-per-visitor',
  breaks: 'IDM-06',
  summary: 'A click key belongs to the visitor who sent it first.',
  behaviour: (good) => ({
    keyScope: (operation, fields) =>
      operation === 'click'
        ? `${good.keyScope(operation, fields)} ${String(fields['anonymousVisitorKey'])}`
        : good.keyScope(operation, fields),
  }),
})

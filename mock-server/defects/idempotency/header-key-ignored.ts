import { defineDefect } from '../define.ts'

export const headerKeyIgnored = defineDefect({
  id: 'header-key-ignored',
  breaks: 'IDM-08',
  summary: 'Only a key in the body counts.',
  behaviour: (good) => ({ keyOf: (fields) => good.keyOf(fields, new Headers()) }),
})

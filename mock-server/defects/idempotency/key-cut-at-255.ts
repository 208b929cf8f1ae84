import { defineDefect } from '../define.ts'

export const keyCutAt255 = defineDefect({
  id: 'key-cut-at-255',
  breaks: 'IDM-07',
  summary: 'Keys are kept in a column of 255 characters.',
  behaviour: () => ({ keyName: (key) => key.slice(0, 255) }),
})

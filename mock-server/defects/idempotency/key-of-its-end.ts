import { defineDefect } from '../define.ts'

export const keyOfItsEnd = defineDefect({
  id: 'key-of-its-end',
  breaks: 'IDM-07',
  summary: 'Of a key the last 64 characters count.',
  behaviour: () => ({ keyName: (key) => key.slice(-64) }),
})

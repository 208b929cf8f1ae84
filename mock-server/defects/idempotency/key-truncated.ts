import { defineDefect } from '../define.ts'

export const keyTruncated = defineDefect({
  id: 'key-truncated',
  breaks: 'IDM-07',
  summary: 'Only the first characters of a key are compared.',
  behaviour: () => ({ keyName: (key) => key.slice(0, 128) }),
})

import { defineDefect } from '../define.ts'

export const keyComposed = defineDefect({
  id: 'key-composed',
  breaks: 'IDM-07',
  summary: 'Keys are compared in their composed form.',
  behaviour: () => ({ keyName: (key) => key.normalize('NFC') }),
})

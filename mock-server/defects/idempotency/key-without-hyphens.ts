import { defineDefect } from '../define.ts'

export const keyWithoutHyphens = defineDefect({
  id: 'key-without-hyphens',
  breaks: 'IDM-07',
  summary: 'Keys are compared without their hyphens.',
  behaviour: () => ({ keyName: (key) => key.replaceAll('-', '') }),
})

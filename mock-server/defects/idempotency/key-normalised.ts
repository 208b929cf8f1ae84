import { defineDefect } from '../define.ts'

export const keyNormalised = defineDefect({
  id: 'key-normalised',
  breaks: 'IDM-07',
  summary: 'Keys are compared without case and blanks.',
  behaviour: () => ({ keyName: (key) => key.toLowerCase().replaceAll(/\s+/g, '') }),
})

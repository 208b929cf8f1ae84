import { defineDefect } from '../define.ts'

export const keyWithoutAccents = defineDefect({
  id: 'key-without-accents',
  breaks: 'IDM-07',
  summary: 'Keys are compared without accents.',
  behaviour: () => ({ keyName: (key) => key.normalize('NFD').replaceAll(/\p{Mark}/gu, '') }),
})

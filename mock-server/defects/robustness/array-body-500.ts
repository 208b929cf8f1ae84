import { defineDefect } from '../define.ts'

export const arrayBody500 = defineDefect({
  id: 'array-body-500',
  breaks: 'ROB-01',
  summary: 'An array for a body is a server error.',
  behaviour: (good) => ({
    parseJson: (text) => {
      const value = good.parseJson(text)
      if (Array.isArray(value)) throw new TypeError('cannot read the members of the body')
      return value
    },
  }),
})

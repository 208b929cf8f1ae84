import { defineDefect } from '../define.ts'

export const nullBody500 = defineDefect({
  id: 'null-body-500',
  breaks: 'ROB-01',
  summary: 'A null for a body is a server error.',
  behaviour: (good) => ({
    parseJson: (text) => {
      const value = good.parseJson(text)
      if (value === null) throw new TypeError('cannot read the members of the body')
      return value
    },
  }),
})

import { defineDefect } from '../define.ts'

export const deepNesting500 = defineDefect({
  id: 'deep-nesting-500',
  breaks: 'ROB-01',
  summary: 'A deeply nested body is a server error.',
  behaviour: (good) => ({
    parseJson: (text) => {
      if (/[[{]{200}|(?:\{"[^"]*":){200}/.test(text)) throw new RangeError('nested too deeply')
      return good.parseJson(text)
    },
  }),
})

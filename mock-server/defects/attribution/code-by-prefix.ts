import { defineDefect } from '../define.ts'

export const codeByPrefix = defineDefect({
  id: 'code-by-prefix',
  breaks: 'ATT-04',
  summary: 'The beginning of a code is enough.',
  behaviour: (good, { referralLinks: { eligible } }) => ({
    linkOf: (given) =>
      given.code !== undefined && eligible.code?.startsWith(given.code) === true
        ? eligible
        : good.linkOf(given),
  }),
})

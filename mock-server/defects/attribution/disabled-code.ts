import { defineDefect } from '../define.ts'

export const disabledCode = defineDefect({
  id: 'disabled-code',
  breaks: 'ATT-04',
  summary: 'A link that nobody listed counts as the eligible one.',
  behaviour: (good, { referralLinks: { eligible } }) => ({
    linkOf: (given) =>
      good.linkOf(given) ??
      (given.referralLinkId === undefined && given.code === undefined ? undefined : eligible),
  }),
})

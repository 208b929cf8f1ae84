import { defineDefect } from '../define.ts'

export const caseFoldCollision = defineDefect({
  id: 'case-fold-collision',
  breaks: 'ATT-04',
  summary: 'Links are found in any case.',
  behaviour: (good, { referralLinks: { eligible, ineligible } }) => ({
    linkOf: (given) => {
      const wanted = (given.referralLinkId ?? given.code ?? '').toLowerCase()
      return (
        good.linkOf(given) ??
        [eligible, ineligible].find(
          ({ referralLinkId, code = '' }) =>
            wanted !== '' && (referralLinkId.toLowerCase() === wanted || code.toLowerCase() === wanted),
        )
      )
    },
  }),
})

import { defineDefect } from '../define.ts'

export const keyPerOffer = defineDefect({
  id: 'key-per-offer',
  breaks: 'IDM-03',
  summary: 'A key that is used again for the other kind of the same offer is taken for a replay.',
  behaviour: (good, { decisions }) => ({
    sameRequest: (operation, recorded, asked) => {
      if (operation !== 'decision') return good.sameRequest(operation, recorded, asked)
      const offers = (text: string) =>
        decisions.reduce(
          (said, { decisionKind, presentedOfferId }) =>
            said.replaceAll(JSON.stringify(decisionKind), JSON.stringify(presentedOfferId)),
          text,
        )
      return good.sameRequest(operation, offers(recorded), offers(asked))
    },
  }),
})

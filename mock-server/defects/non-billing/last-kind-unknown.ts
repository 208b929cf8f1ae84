import { defineDefect } from '../define.ts'

export const lastKindUnknown = defineDefect({
  id: 'last-kind-unknown',
  breaks: 'NBL-07',
  summary: 'The last of the seeded decision kinds is refused as an unknown one.',
  behaviour: (good, { decisions }) => ({
    presentedOffer: (kind) =>
      kind === decisions.at(-1)?.decisionKind ? undefined : good.presentedOffer(kind),
  }),
})

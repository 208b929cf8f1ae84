import { defineDefect } from '../define.ts'

export const unknownClickAttached = defineDefect({
  id: 'unknown-click-attached',
  breaks: 'ATT-02',
  summary: 'A click that nobody made is attached.',
  behaviour: (_good, { referralLinks: { eligible } }) => ({
    unknownClick: (id) => ({
      id,
      referralLinkId: eligible.referralLinkId,
      referralCode: eligible.code ?? null,
      partnerId: eligible.partnerId ?? null,
      destinationRoute: eligible.destinationRoute,
      createdAt: 1,
      privates: { visitorKey: null, userAgent: null, referrer: null },
    }),
  }),
})

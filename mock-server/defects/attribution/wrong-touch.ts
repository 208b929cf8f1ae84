import { defineDefect } from '../define.ts'

export const wrongTouch = defineDefect({
  id: 'wrong-touch',
  breaks: 'ATT-01',
  summary: 'The attribution names another link than the click.',
  behaviour: (good, { referralLinks: { ineligible } }) => ({
    attributionOf: (attribution, click) => ({
      ...good.attributionOf(attribution, click),
      referralLinkId: ineligible.referralLinkId,
      referralCode: ineligible.code ?? null,
      partnerId: ineligible.partnerId ?? null,
    }),
  }),
})

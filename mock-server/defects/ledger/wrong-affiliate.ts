import { defineDefect } from '../define.ts'

export const wrongAffiliate = defineDefect({
  id: 'wrong-affiliate',
  breaks: 'LED-02',
  summary: "The entry is for another partner than the click's.",
  behaviour: (good, { referralLinks: { ineligible } }) => ({
    ledgerEntry: (entry) => {
      const made = good.ledgerEntry(entry)
      return { ...made, attribution: { ...made.attribution, partnerId: ineligible.partnerId ?? null } }
    },
  }),
})

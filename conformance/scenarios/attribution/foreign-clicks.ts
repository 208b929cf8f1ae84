import { click, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const attributionForeignClicks: Scenario = {
  id: 'attribution/foreign-clicks',
  profile: 'sandbox',
  title: 'starts with clicks that nobody made, that lead elsewhere, or that an unlisted code made',
  drive: async (driver) => {
    const { canaries, contract, random } = driver
    if (!takesReferrals(contract)) return
    const { eligible, ineligible } = contract.referralLinks
    const suffix = Buffer.from(random(8)).toString('hex')

    const listed = await click(driver, {}, { step: 'listed-click' })
    const listedId = member(listed.json, 'referralClickId')
    if (typeof listedId === 'string') {
      await start(driver, { referralClickId: listedId }, { step: 'listed-start' })
    }
    const unknown: [variant: string, id: string | undefined][] = [
      ['made-up', `referral-click-${suffix}`],
      ['link-id', eligible.referralLinkId],
      ['link-code', eligible.code],
      ['longer', typeof listedId === 'string' ? `${listedId}${suffix}` : undefined],
    ]
    for (const [variant, referralClickId] of unknown) {
      if (referralClickId === undefined) continue
      const idempotencyKey = canaries.mint('idempotency-key')
      await start(driver, { referralClickId, idempotencyKey }, { step: 'unknown-click', variant })
      if (variant !== 'made-up') continue
      // Had the refused start begun anything, its key would now be a replay.
      await start(driver, { idempotencyKey }, { step: 'key-after-refusal', variant })
    }

    if (ineligible.destinationRoute !== contract.stack.linkedFunnelRoute) {
      const { referralLinkId, destinationRoute } = ineligible
      const elsewhere = await click(
        driver,
        { referralLinkId, destinationRoute },
        { step: 'ineligible-click' },
      )
      const id = member(elsewhere.json, 'referralClickId')
      if (typeof id === 'string') {
        await start(driver, { referralClickId: id }, { step: 'ineligible-start' })
      }
    }

    const code = `UNLISTED${suffix.toUpperCase()}`
    const unlisted = await click(driver, { referralLinkId: undefined, code }, { step: 'unlisted-click' })
    const unlistedId = member(unlisted.json, 'referralClickId')
    if (typeof unlistedId === 'string') {
      await start(driver, { referralClickId: unlistedId }, { step: 'unlisted-start' })
    }
  },
}

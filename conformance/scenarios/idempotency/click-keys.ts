import { click, clickRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { absentKeys } from './absent-keys.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const clickKeys: Scenario = {
  id: 'idempotency/click-keys',
  profile: 'sandbox',
  title: 'clicks without a key, with a new one, again, and with the same key for another link',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    for (const { variant, members } of absentKeys) {
      await click(driver, members, { step: 'no-key', variant })
    }
    const { canaries, contract } = driver
    const idempotencyKey = canaries.mint('idempotency-key')
    const { referralLinkId, destinationRoute } = contract.referralLinks.ineligible
    const first = clickRequest(driver, { idempotencyKey }, { step: 'first' })
    await driver.send(first)
    await driver.send({ ...first, step: 'again' })
    await click(driver, { idempotencyKey, referralLinkId, destinationRoute }, { step: 'reused' })
    await click(driver, { idempotencyKey }, { step: 'reused', variant: 'other-visitor' })
    await driver.send({ ...first, step: 'after' })
  },
}

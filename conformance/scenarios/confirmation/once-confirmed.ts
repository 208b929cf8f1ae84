import { clickIfTaken, givenStarted } from '../../drive/given.ts'
import { start } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { leastMisses } from '../near-misses.ts'
import { oneBuyer } from './near-misses.ts'

export const onceConfirmed: Scenario = {
  id: 'confirmation/once-confirmed',
  profile: 'sandbox',
  title: 'a confirmed start, then starts of the same buyer, and from a referral click, without the text',
  drive: async (driver) => {
    const { texts } = driver.contract
    const { idempotencyKey, ...buyer } = oneBuyer(driver)
    await givenStarted(driver, { ...buyer, idempotencyKey })
    const withoutText = { confirmationText: undefined }
    await start(driver, { ...buyer, ...withoutText }, { step: 'no-text', variant: 'the-same-buyer' })
    const { referralClickId } = await clickIfTaken(driver)
    if (referralClickId === undefined) return
    for (const { variant, text } of leastMisses(texts.checkout)) {
      const tags =
        text === undefined
          ? { step: 'no-text', variant: 'with-click' }
          : { step: 'near-miss', variant: `${variant}-with-click`, about: { kind: 'text' } }
      await start(driver, { referralClickId, confirmationText: text }, tags)
    }
    const variant = 'with-click'
    await start(driver, { referralClickId, previewOnly: true }, { step: 'preview-only', variant })
  },
}

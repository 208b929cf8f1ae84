import type { EventSpec } from '../../drive/events.ts'
import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const contradictions: Scenario = {
  id: 'eligibility/contradictions',
  profile: 'sandbox',
  title:
    'signed, paid events whose amount or currency is not that of the intent, before and after it is completed',
  drive: async (driver) => {
    const { allowedBumps, primaryOffer } = driver.contract
    const bumps = allowedBumps
      .filter((bump) => bump.currency === primaryOffer.currency && bump.unitAmountCents > 0)
      .slice(0, 1)
    const started = await givenStarted(driver, {}, { step: 'given-started' }, bumps)
    const { amountCents, currency, intentId } = started
    const about = { checkoutIntentId: intentId }
    const otherCurrency = currency === 'eur' ? 'usd' : 'eur'
    const contradicting: [variant: string, said: Partial<EventSpec>][] = [
      ['other-amount', { amountCents: amountCents > 1 ? Math.floor(amountCents / 2) : amountCents + 100 }],
      ['one-cent-off', { amountCents: amountCents > 0 ? amountCents - 1 : 1 }],
      ['one-cent-more', { amountCents: amountCents + 1 }],
      ...(amountCents > 0 ? [['nothing', { amountCents: 0 }] satisfies [string, Partial<EventSpec>]] : []),
      ...bumps.map((): [string, Partial<EventSpec>] => [
        'without-the-bump',
        { amountCents: primaryOffer.unitAmountCents },
      ]),
      ['other-currency', { currency: otherCurrency }],
    ]
    const type = 'checkout.session.completed'
    const contradict = async (variant: string, spec: Parameters<typeof sendEvent>[2]) => {
      await sendEvent(driver, started, spec, { step: 'contradict', variant })
      await readDecision(driver, intentId, { step: 'read-after', variant, about })
    }
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const [variant, said] of contradicting) await contradict(variant, { type, ...said })
    // The payment of a checkout that was completed before it was paid is compared like another.
    await sendEvent(driver, started, { type, paymentStatus: 'unpaid' }, { step: 'complete' })
    const later = 'checkout.session.async_payment_succeeded'
    await contradict('other-amount-later', { type: later, amountCents: amountCents + 100 })
    await contradict('other-currency-later', { type: later, currency: otherCurrency })
    await sendEvent(driver, started, { type }, { step: 'pay' })
    await readDecision(driver, intentId, { step: 'read-paid', about })
  },
}

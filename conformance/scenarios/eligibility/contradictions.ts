import type { EventSpec } from '../../drive/events.ts'
import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const contradictions: Scenario = {
  id: 'eligibility/contradictions',
  profile: 'sandbox',
  title: 'signed, paid events whose amount or currency is not that of the intent, then one that is right',
  drive: async (driver) => {
    const { allowedBumps, primaryOffer } = driver.contract
    const bumps = allowedBumps
      .filter((bump) => bump.currency === primaryOffer.currency && bump.unitAmountCents > 0)
      .slice(0, 1)
    const started = await givenStarted(driver, {}, { step: 'given-started' }, bumps)
    const { amountCents, currency, intentId } = started
    const about = { checkoutIntentId: intentId }
    const contradicting: [variant: string, said: Partial<EventSpec>][] = [
      ['other-amount', { amountCents: amountCents > 1 ? Math.floor(amountCents / 2) : amountCents + 100 }],
      ['one-cent-off', { amountCents: amountCents > 0 ? amountCents - 1 : 1 }],
      ['one-cent-more', { amountCents: amountCents + 1 }],
      ...(amountCents > 0 ? [['nothing', { amountCents: 0 }] satisfies [string, Partial<EventSpec>]] : []),
      ...bumps.map((): [string, Partial<EventSpec>] => [
        'without-the-bump',
        { amountCents: primaryOffer.unitAmountCents },
      ]),
      ['other-currency', { currency: currency === 'eur' ? 'usd' : 'eur' }],
      [
        'other-amount-later',
        { type: 'checkout.session.async_payment_succeeded', amountCents: amountCents + 100 },
      ],
    ]
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const [variant, said] of contradicting) {
      await sendEvent(
        driver,
        started,
        { type: 'checkout.session.completed', ...said },
        { step: 'contradict', variant },
      )
      await readDecision(driver, intentId, { step: 'read-after', variant, about })
    }
    await sendEvent(driver, started, { type: 'checkout.session.completed' }, { step: 'pay' })
    await readDecision(driver, intentId, { step: 'read-paid', about })
  },
}

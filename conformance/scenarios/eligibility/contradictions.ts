import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const contradictions: Scenario = {
  id: 'eligibility/contradictions',
  profile: 'sandbox',
  title: 'signed, paid events whose amount or currency is not that of the intent, then one that is right',
  drive: async (driver) => {
    const started = await givenStarted(driver)
    const { amountCents, currency, intentId } = started
    const about = { checkoutIntentId: intentId }
    const contradicting: [variant: string, said: { amountCents?: number; currency?: string }][] = [
      ['other-amount', { amountCents: amountCents > 1 ? Math.floor(amountCents / 2) : amountCents + 100 }],
      ['one-cent-off', { amountCents: amountCents > 0 ? amountCents - 1 : 1 }],
      ['other-currency', { currency: currency === 'eur' ? 'usd' : 'eur' }],
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

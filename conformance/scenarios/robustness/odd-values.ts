import type { Driver, Sending } from '../../drive/driver.ts'
import { givenClick, givenPaid } from '../../drive/given.ts'
import { clickRequest, decisionRequest, ledgerRequest, startRequest } from '../../drive/verbs.ts'
import { isObject } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Texts that stores, hashes and headers stumble over, as JSON. */
const texts: readonly (readonly [variant: string, json: string])[] = [
  ['half-a-pair', '"odd\\ud800"'],
  ['nul', '"odd\\u0000"'],
  ['long', `"odd${'x'.repeat(20_000)}"`],
  ['beyond-the-basic-plane', '"odd \u{1f4a5}"'],
  ['beyond-latin', '"odd \\ud83d\\udca5 \\u202e"'],
]
const numbers: readonly (readonly [variant: string, json: string])[] = [
  ['without-end', '1e999'],
  ['thirty-digits', `1${'0'.repeat(30)}`],
  ['past-64-bits', '9223372036854775808'],
  ['date-out-of-range', '99999999999999'],
]

export const robustnessOddValues: Scenario = {
  id: 'robustness/odd-values',
  profile: 'sandbox',
  title:
    'writes that are complete but for one member of the right type, whose value is hard to read or to keep',
  drive: async (driver) => {
    const { contract } = driver
    const attribution = takesReferrals(contract)
    const referralClickId = attribution ? await givenClick(driver) : undefined
    const click = referralClickId === undefined ? {} : { referralClickId }
    const intent = await givenPaid(driver, click)
    const tags = { step: 'odd-value' }
    // What a start hands on to Stripe may fail there, so a start is confirmed only where the value is refused before.
    await each(driver, startRequest(driver, click, tags), ['priceId', 'referralClickId'])
    const unconfirmed = { confirmationText: undefined }
    await each(driver, startRequest(driver, unconfirmed, tags), [
      'idempotencyKey',
      'buyerEmail',
      'agentClientId',
    ])
    const decision = decisionRequest(driver, intent, {}, tags)
    await each(driver, decision, ['checkoutIntentId', 'decisionKind', 'confirmationText', 'idempotencyKey'])
    await each(driver, decision, ['expectedCheckoutUpdatedAt'], numbers)
    const members = ['referralLinkId', 'destinationRoute', 'idempotencyKey', 'anonymousVisitorKey']
    await each(driver, clickRequest(driver, { anonymousVisitorKey: 'visitor' }, tags), members)
    if (attribution) {
      const ledger = ledgerRequest(driver, intent.intentId, { agentClientId: 'agent' }, tags)
      await each(driver, ledger, ['checkoutIntentId', 'agentClientId', 'idempotencyKey'])
    }
  },
}

/** Sends the request once for each member and odd value, with a key of its own where the key is not the odd one. */
async function each(
  driver: Driver,
  sending: Sending,
  members: readonly string[],
  values: typeof texts = texts,
): Promise<void> {
  const { json, ...rest } = sending
  if (!isObject(json)) return
  for (const member of members) {
    for (const [variant, value] of values) {
      const whole = { ...json, idempotencyKey: driver.canaries.mint('idempotency-key') }
      const others = Object.entries(whole).filter(([name]) => name !== member)
      const inside = JSON.stringify(Object.fromEntries(others)).slice(1)
      await driver.send({
        ...rest,
        headers: [...(rest.headers ?? []), ['content-type', 'application/json']],
        variant: `${sending.operation} ${member}/${variant}`,
        body: `{${JSON.stringify(member)}:${value},${inside}`,
      })
    }
  }
}

import type { Driver, Sending } from '../../drive/driver.ts'
import { givenClick, givenPaid } from '../../drive/given.ts'
import {
  clickRequest,
  decisionRequest,
  ledgerRequest,
  startRequest,
  type Members,
} from '../../drive/verbs.ts'
import type { Json } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Values of another type around the right one; confirmation texts are another scenario's. */
function wrongTypes(member: string, right: Json): [variant: string, value: Json][] {
  if (member === 'orderBumpPriceIds') {
    return [
      ['string', right],
      ['object', { 0: right }],
      ['array-of-array', [[right]]],
    ]
  }
  return [
    ...(typeof right === 'number' ? [] : [['number', 7] satisfies [string, Json]]),
    ...(Array.isArray(right) ? [] : [['array', [right]] satisfies [string, Json]]),
    ['object', { value: right }],
  ]
}

export const robustnessWrongTypes: Scenario = {
  id: 'robustness/wrong-types',
  profile: 'sandbox',
  title: 'writes that are complete but for one member of a wrong type',
  drive: async (driver) => {
    const { contract } = driver
    const { allowedBumps, primaryOffer, referralLinks, routes } = contract
    const attribution = takesReferrals(contract)
    const referralClickId = attribution ? await givenClick(driver) : undefined
    const click = referralClickId === undefined ? {} : { referralClickId }
    const intent = await givenPaid(driver, click)

    await each(driver, (members, tags) => startRequest(driver, members, tags), {
      priceId: primaryOffer.priceId,
      ...(allowedBumps[0] === undefined ? {} : { orderBumpPriceIds: allowedBumps[0].priceId }),
      ...click,
      buyerEmail: 'buyer@example.com',
      idempotencyKey: 'key',
      agentClientId: 'agent',
      successUrl: routes.success,
      cancelUrl: routes.cancel,
    })
    await each(driver, (members, tags) => decisionRequest(driver, intent, members, tags), {
      checkoutIntentId: intent.intentId,
      decisionKind: contract.decisions[0]?.decisionKind ?? '',
      idempotencyKey: 'key',
      expectedCheckoutUpdatedAt: intent.updatedAt,
    })
    const { referralLinkId, destinationRoute } = referralLinks.eligible
    await each(driver, (members, tags) => clickRequest(driver, members, tags), {
      referralLinkId,
      destinationRoute,
      idempotencyKey: 'key',
      anonymousVisitorKey: 'visitor',
    })
    if (!attribution) return
    await each(driver, (members, tags) => ledgerRequest(driver, intent.intentId, members, tags), {
      checkoutIntentId: intent.intentId,
      idempotencyKey: 'key',
      agentClientId: 'agent',
    })
  },
}

/** Sends the request once for each member and each wrong type of it. */
async function each(
  driver: Driver,
  request: (members: Members, tags: { step: string; variant: string; about: { member: string } }) => Sending,
  members: { readonly [name: string]: Json },
): Promise<void> {
  for (const [member, right] of Object.entries(members)) {
    for (const [variant, value] of wrongTypes(member, right)) {
      const tags = { step: 'wrong-type', variant: `${member}/${variant}`, about: { member } }
      await driver.send(request({ [member]: value }, tags))
    }
  }
}

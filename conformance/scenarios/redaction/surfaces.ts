import type { Driver } from '../../drive/driver.ts'
import { givenStarted, type Started } from '../../drive/given.ts'
import { click, startRequest } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { offPath, probe, withHeaderKey } from './probes.ts'
import { bookkeeping } from './surfaces-after.ts'
import { decisions } from './surfaces-decisions.ts'
import { events, otherEnds, secondBuyer } from './surfaces-events.ts'
import { pages, reads } from './surfaces-reads.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const surfaces: Scenario = {
  id: 'redaction/surfaces',
  profile: 'sandbox',
  title: 'one intent with every secret planted, and every surface asked about it in every state and way',
  drive: async (driver) => {
    const referralClickId = await clicks(driver)
    const intent = await starts(driver, referralClickId)
    await reads(driver, intent, 'open')
    await pages(driver, intent, 'open')
    await events(driver, intent)
    await reads(driver, intent, 'paid')
    await decisions(driver, intent)
    await bookkeeping(driver, intent)
    await pages(driver, intent, 'paid')
    await secondBuyer(driver)
    await otherEnds(driver)
  },
}

async function clicks(driver: Driver): Promise<string | undefined> {
  const { canaries, contract } = driver
  const members = {
    idempotencyKey: canaries.mint('idempotency-key'),
    anonymousVisitorKey: canaries.mint('visitor-key'),
  }
  const first = await click(driver, members, { step: 'click' })
  const about = { ...offPath }
  await click(driver, members, { step: 'click-again', about })
  await click(driver, { referralLinkId: 'no-such-link' }, { step: 'click-refused', variant: 'link', about })
  await click(
    driver,
    { destinationRoute: '/no-such-route' },
    { step: 'click-refused', variant: 'route', about },
  )
  await click(driver, { idempotencyKey: undefined }, { step: 'click-refused', variant: 'key', about })
  const id = member(first.json, 'referralClickId')
  return takesReferrals(contract) && typeof id === 'string' ? id : undefined
}

async function starts(driver: Driver, referralClickId: string | undefined): Promise<Started> {
  const { canaries, contract } = driver
  await driver.send(startRequest(driver, { confirmationText: undefined }, { step: 'preview' }))
  await driver.send(startRequest(driver, { previewOnly: true }, { step: 'preview-only' }))
  const buyerEmail = canaries.mint('buyer-email')
  const agentClientId = canaries.mint('agent-client-id')
  const members = {
    buyerEmail,
    agentClientId,
    ...(referralClickId === undefined ? {} : { referralClickId }),
  }
  const intent = await givenStarted(driver, members, { step: 'start' }, contract.buyableBumps)
  const { intentId, key } = intent
  const bumps =
    contract.buyableBumps.length === 0
      ? {}
      : { orderBumpPriceIds: contract.buyableBumps.map(({ priceId }) => priceId) }
  const same = { ...members, ...bumps, idempotencyKey: key }
  const about = { checkoutIntentId: intentId, ...offPath }
  const replay = startRequest(driver, same, { step: 'start-again', about })
  await driver.send(replay)
  await probe(driver, replay, 'encodings')
  await driver.send(withHeaderKey(replay, key))
  const refused = { step: 'start-refused', about }
  const start = (variant: string, over: { readonly [member: string]: string | string[] }) =>
    driver.send(startRequest(driver, { ...same, ...over }, { ...refused, variant }))
  await start('other-click', { referralClickId: 'no-such-click' })
  await start('key-reused', { buyerEmail: canaries.mint('buyer-email') })
  await start('bump', {
    orderBumpPriceIds: ['no-such-price'],
    idempotencyKey: canaries.mint('idempotency-key'),
  })
  await start('price', { priceId: 'no-such-price', idempotencyKey: canaries.mint('idempotency-key') })
  await start('click', {
    referralClickId: 'no-such-click',
    idempotencyKey: canaries.mint('idempotency-key'),
  })
  await driver.send({
    operation: 'checkout.start',
    step: 'start-malformed',
    path: contract.routes.checkout,
    headers: [['content-type', 'application/json']],
    body: `${JSON.stringify(canaries.mint('buyer-email'))} ${JSON.stringify(same)}`,
    about: { ...offPath },
  })
  return intent
}

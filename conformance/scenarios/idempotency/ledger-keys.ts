import { changed } from '../../drive/changed.ts'
import { Aborted, type Driver } from '../../drive/driver.ts'
import { deliver } from '../../drive/events.ts'
import { eventFor, givenClick, givenStarted, openingPayment, readState } from '../../drive/given.ts'
import { ledgerRequest, recordLedger } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { absentKeys } from './absent-keys.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Counts are compared in pairs of reads, so that others who write at the same time are told from replays. */
const windows = 3

export const ledgerKeys: Scenario = {
  id: 'idempotency/ledger-keys',
  profile: 'sandbox',
  title: 'ledger evidence without a key, with a new one, again (with the counts), and for another intent',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const { intentId, deliverAgain } = await attributedAndPaid(driver)
    const other = await attributedAndPaid(driver)
    for (const { variant, members } of absentKeys) {
      await recordLedger(driver, intentId, members, { step: 'no-key', variant })
    }
    const request = ledgerRequest(driver, intentId, {}, { step: 'first' })
    const first = await driver.send(request)
    if (typeof member(first.json, 'commissionLedger', 'commissionLedgerId') !== 'string') {
      throw new Aborted(
        'evidence for an attributed, paid intent was not recorded',
        'ledger',
        first.exchange.n,
      )
    }
    await driver.send({ ...request, step: 'again' })
    for (let i = 1; i <= windows; i += 1) {
      const variant = `window-${i}`
      await readCounts(driver, { step: 'counts-idle', variant })
      await readCounts(driver, { step: 'counts-before', variant })
      await driver.send({ ...request, step: 'again-counted', variant })
      await deliverAgain(i + 1)
      await readCounts(driver, { step: 'counts-after', variant })
    }
    const crossed = changed(request, { checkoutIntentId: other.intentId })
    await driver.send({ ...crossed, step: 'conflict', variant: 'other-intent' })
    await driver.send({ ...request, step: 'after' })
    await recordLedger(driver, other.intentId, {}, { step: 'fresh' })
  },
}

/** An attributed intent, and the way to deliver its paying event once more. */
async function attributedAndPaid(driver: Driver) {
  const referralClickId = await givenClick(driver)
  const started = await givenStarted(driver, { referralClickId })
  const { intentId } = started
  const event = eventFor(driver, started, {
    type: 'checkout.session.completed',
    paymentStatus: openingPayment(driver),
  })
  await deliver(driver, event, { step: 'given-paid' })
  const { sent } = await readState(driver, intentId, { step: 'given-eligible' })
  if (member(sent.json, 'checkout', 'eligible') !== true) {
    throw new Aborted('a signed, paid event did not make the intent eligible', 'pay', sent.exchange.n)
  }
  const deliverAgain = (attempt: number) => deliver(driver, event, { step: 'event-again', attempt })
  return { intentId, deliverAgain }
}

function readCounts(driver: Driver, tags: { step: string; variant: string }) {
  const path = driver.contract.routes.commerceSourceData
  return driver.send({ operation: 'commerce-source-data.read', path, ...tags })
}

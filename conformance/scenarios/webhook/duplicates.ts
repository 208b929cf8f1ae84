import { deliver, signatureFor, type BuiltEvent } from '../../drive/events.ts'
import { eventFor, givenStarted, openingPayment, type Started } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Canaries } from '../../drive/canaries.ts'
import { Aborted, type Driver } from '../../drive/driver.ts'
import { swappedCase } from '../letter-case.ts'
import type { Scenario } from '../scenario.ts'

const completed = 'checkout.session.completed'
/** Events between an event and its repetition: more than a short memory holds. */
const between = 30

/** An event of each run, for the scenario that sends it again at the end. */
const sentFirst = new WeakMap<Canaries, { event: BuiltEvent; intentId: string; at: number }>()
/** So long after its first delivery an event comes again at least, in milliseconds: Stripe goes on for hours. */
const muchLater = 2_500

/** Sends an event, reads, sends it again, and reads again; `again` changes the body of the repetition. */
async function twice(
  driver: Driver,
  intent: Started,
  variant: string,
  event: BuiltEvent,
  again = event.body,
) {
  const about = { checkoutIntentId: intent.intentId }
  await deliver(driver, event, { step: 'first', variant, about })
  await readDecision(driver, intent.intentId, { step: 'read-first', variant, about })
  await deliver(driver, event, { step: 'repeat', variant, body: again, attempt: 2, about })
  await readDecision(driver, intent.intentId, { step: 'read-repeat', variant, about })
}

export const duplicates: Scenario = {
  id: 'webhook/duplicates',
  profile: 'sandbox',
  title: 'events that come again, at once and after others, and equal events under a new id',
  drive: async (driver) => {
    const made = (intent: Started, type: string, paymentStatus: string) =>
      eventFor(driver, intent, { type, paymentStatus })

    const failing = await givenStarted(driver, {}, { step: 'given-started', variant: 'failing' })
    const unpaid = made(failing, completed, 'unpaid')
    await twice(driver, failing, 'completed', unpaid)
    sentFirst.set(driver.canaries, { event: unpaid, intentId: failing.intentId, at: driver.now() })
    const failed = made(failing, 'checkout.session.async_payment_failed', 'unpaid')
    await twice(
      driver,
      failing,
      'failed',
      failed,
      failed.body.replace('"pending_webhooks":1', '"pending_webhooks":0'),
    )
    const about = { checkoutIntentId: failing.intentId }
    await deliver(driver, unpaid, {
      step: 'repeat',
      variant: 'completed, after it failed',
      attempt: 3,
      about,
    })
    await readDecision(driver, failing.intentId, {
      step: 'read-repeat',
      variant: 'completed, after it failed',
      about,
    })

    // Stripe signs each delivery anew, and other events come between.
    const earlier = Math.floor(driver.now() / 1000) - 60
    const late = signatureFor(unpaid.body, driver.webhookSecret ?? '', earlier)
    await deliver(driver, unpaid, {
      step: 'repeat',
      variant: 'signed at another time',
      header: late,
      attempt: 4,
      about,
    })
    await readDecision(driver, failing.intentId, {
      step: 'read-repeat',
      variant: 'signed at another time',
      about,
    })
    for (let i = 0; i < between; i += 1) {
      await deliver(driver, made(failing, 'checkout.session.reviewed', 'unpaid'), {
        step: 'between',
        about,
      })
    }
    await readDecision(driver, failing.intentId, { step: 'read-between', about })
    await deliver(driver, unpaid, { step: 'repeat', variant: 'after many others', attempt: 5, about })
    await readDecision(driver, failing.intentId, { step: 'read-repeat', variant: 'after many others', about })

    // Stripe gives each event an id of its own, so the id alone tells a repetition: not the type, not the content.
    const paying = await givenStarted(driver, {}, { step: 'given-started', variant: 'paying' })
    const aboutPaying = { checkoutIntentId: paying.intentId }
    const paid = made(paying, completed, 'paid')
    const sameContent: BuiltEvent = { ...paid, id: driver.canaries.mint('stripe-event') }
    await deliver(driver, paid, { step: 'same-type', about: aboutPaying })
    await readDecision(driver, paying.intentId, { step: 'read-same-type', about: aboutPaying })
    const body = paid.body.replace(paid.id, sameContent.id)
    await deliver(driver, sameContent, { step: 'same-content', body, about: aboutPaying })
    await readDecision(driver, paying.intentId, { step: 'read-same-content', about: aboutPaying })

    // Nor does an id that is almost the same, in another case or longer.
    for (const [variant, near] of [
      ['other-case', otherCase(paid.id)],
      ['longer', `${paid.id}0`],
    ] as const) {
      const intent = await givenStarted(driver, {}, { step: 'given-started', variant })
      const event = made(intent, completed, 'paid')
      driver.canaries.learn('stripe-event', near)
      const aboutIntent = { checkoutIntentId: intent.intentId }
      await deliver(
        driver,
        { ...event, id: near },
        {
          step: 'near-id',
          variant,
          body: event.body.replace(event.id, near),
          about: aboutIntent,
        },
      )
      await readDecision(driver, intent.intentId, { step: 'read-near-id', variant, about: aboutIntent })
    }

    // The id alone tells a repetition, and not the type.
    const another = await givenStarted(driver, {}, { step: 'given-started', variant: 'another-type' })
    const opening = made(another, completed, openingPayment(driver))
    await twice(
      driver,
      another,
      'as another type',
      opening,
      opening.body.replace(completed, 'checkout.session.expired'),
    )
  },
}

export const repeatedLater: Scenario = {
  id: 'webhook/repeated-later',
  profile: 'sandbox',
  title: 'an event that came near the beginning of the run comes again near its end',
  drive: async (driver) => {
    const sent = sentFirst.get(driver.canaries)
    if (sent === undefined) throw new Aborted('no event was sent that could come again', 'webhook', null)
    const wait = muchLater - (driver.now() - sent.at)
    if (wait > 0) await driver.pause('much-later', Math.min(wait, muchLater))
    const { event, intentId } = sent
    const tags = { variant: 'much later', about: { checkoutIntentId: intentId } }
    await readDecision(driver, intentId, { step: 'read-between', ...tags })
    await deliver(driver, event, { step: 'repeat', attempt: 6, ...tags })
    await readDecision(driver, intentId, { step: 'read-repeat', ...tags })
  },
}

/** The same id with the letters after its prefix in the other case. */
function otherCase(id: string): string {
  const [prefix = '', core = ''] = id.split('_')
  return `${prefix}_${swappedCase(core)}`
}

import type { Driver, StripeAnswer } from '../../drive/driver.ts'
import { start, startRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

/**
 * Few failures, and late in the run: a target may stop asking Stripe for a while when it fails too often, and nothing is
 * wrong with that.
 */
export const robustnessStripeFailure: Scenario = {
  id: 'robustness/stripe-failure',
  profile: 'witnessed',
  title:
    'starts while Stripe fails: an error of its own, a refused request, a page of something on the way; then replays',
  drive: async (driver) => {
    await start(driver, {}, { step: 'given-started' })
    if (driver.failSessions === null) return
    for (const [variant, make] of Object.entries(failures)) {
      const { said, answer } = make(driver)
      const plain = startRequest(driver, {}, { step: 'while-failing', variant })
      const sending = { ...plain, about: { ...plain.about, said: driver.seal(said) } }
      const stop = driver.failSessions(answer)
      try {
        await driver.send(sending)
      } finally {
        stop()
      }
      await driver.send({ ...sending, step: 'again' })
    }
  },
}

interface Failure {
  /** Words of Stripe's that stand nowhere else. */
  readonly said: string
  readonly answer: StripeAnswer
}

const failures: { readonly [variant: string]: (driver: Driver) => Failure } = {
  'api-error': (driver) => {
    const said = unheardOf(driver, 'The book of prices is being written anew')
    const charge = driver.canaries.mint('stripe-charge')
    const message = `${said}. No such charge: '${charge}'`
    return { said, answer: stripeAnswer(driver, 500, { type: 'api_error', message, charge }) }
  },
  'invalid-request': (driver) => {
    const said = unheardOf(driver, 'The price of this session is not to be had')
    const payment_intent = { id: driver.canaries.mint('stripe-payment-intent'), object: 'payment_intent' }
    const more = { code: 'resource_missing', param: 'line_items[0][price]', payment_intent }
    return {
      said,
      answer: stripeAnswer(driver, 400, { type: 'invalid_request_error', message: said, ...more }),
    }
  },
  'no-json': (driver) => {
    const said = unheardOf(driver, 'The upstream of this proxy cannot be reached')
    const request = driver.canaries.mint('stripe-request')
    const body = `<html><head><title>503</title></head><body><h1>${said}</h1><p>${request}</p></body></html>`
    return { said, answer: { status: 503, body, headers: { 'request-id': request } } }
  },
}

/** Words with a number that nobody could have come by otherwise. */
function unheardOf({ random }: Driver, words: string): string {
  return `${words} until ${random(6).reduce((sum, byte) => sum * 256 + byte, 0)}`
}

/** An error as the API reference describes it; its request id is planted. */
function stripeAnswer(
  driver: Driver,
  status: number,
  error: Readonly<Record<string, unknown>>,
): StripeAnswer {
  const request = driver.canaries.mint('stripe-request')
  const request_log_url = `https://dashboard.stripe.com/test/logs/${request}`
  return { status, body: { error: { ...error, request_log_url } }, headers: { 'request-id': request } }
}

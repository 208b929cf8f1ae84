import { createHmac } from 'node:crypto'
import type { Driver } from '../../drive/driver.ts'
import { deliver } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { reordered } from './signature-faults.ts'

/** How a body is written before it is signed. */
type Writing = (body: string) => string
/** How a header is made of the good signature. */
type Heading = (time: number, good: string, bad: string) => string

/** The form whose other headers are Stripe's own, too. */
const asStripeSends = 'as-stripe-sends'
const stripes = {
  contentType: 'application/json; charset=utf-8',
  headers: [
    ['user-agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
    ['accept', '*/*; q=0.5, application/xml'],
    ['cache-control', 'no-cache'],
  ],
} as const

const plain: Writing = (body) => body
const usual: Heading = (time, good) => `t=${time},v1=${good}`

/** Two forms an intent: the first says that the checkout is complete, the second that it is paid. */
const forms: readonly (readonly [variant: string, heading: Heading, writing: Writing])[] = [
  ['bad-then-good', (time, good, bad) => `t=${time},v1=${bad},v1=${good}`, plain],
  ['good-then-bad', (time, good, bad) => `t=${time},v1=${good},v1=${bad}`, plain],
  ['beside-v0', (time, good, bad) => `t=${time},v1=${good},v0=${bad}`, plain],
  [
    'comma-blanks',
    usual,
    (body) => body.replace(/("|\d|null|true|false|[\]}]),"/g, '$1, "').replace(/":/g, '": '),
  ],
  ['indented', usual, (body) => `${JSON.stringify(JSON.parse(body), null, 4)}\n`],
  ['sorted', usual, (body) => JSON.stringify(sorted(JSON.parse(body)))],
  ['odd-blanks', usual, (body) => ` \r\n\t${body.replace(/":/g, '" :  ')} \n`],
  ['reordered', usual, reordered],
  [
    'escaped',
    usual,
    (body) =>
      body
        .replace('"type":"checkout', '"type":"\\u0063heckout')
        .replace('private_note', 'private\\u005fnote'),
  ],
  ['unicode', usual, (body) => body.replace('"name":null', '"name":"Zo\u00eb \\u00d8 \u{1f6d2} \u2028"')],
  [
    'long',
    usual,
    (body) => body.replace('"url":null', `"url":null,"description":"${'launch '.repeat(4_000)}"`),
  ],
  ['minutes-old', (_time, good) => good, plain],
  ['last-of-three', (time, good, bad) => `t=${time},v1=${bad},v1=${bad},v1=${good}`, plain],
  [asStripeSends, usual, plain],
]

/** Age of a delivery that is old and within the tolerance, in seconds. */
const withinTolerance = 200

export const acceptedForms: Scenario = {
  id: 'webhook/accepted-forms',
  profile: 'sandbox',
  title: 'good events in each form that a header and a body may have',
  drive: async (driver) => {
    for (let index = 0; index < forms.length; index += 2) {
      const intent = await givenStarted(driver)
      const { intentId } = intent
      const about = { checkoutIntentId: intentId }
      for (const [offset, type, paymentStatus] of [
        [0, 'checkout.session.completed', 'unpaid'],
        [1, 'checkout.session.async_payment_succeeded', 'paid'],
      ] as const) {
        const form = forms[index + offset]
        if (form === undefined) continue
        const [variant, heading, writing] = form
        const event = eventFor(driver, intent, { type, paymentStatus })
        const body = writing(event.body)
        const header = headerFor(driver, variant, heading, body)
        await deliver(driver, event, {
          step: 'accepted',
          variant,
          header,
          body,
          signature: 'valid',
          about,
          ...(variant === asStripeSends ? stripes : {}),
        })
        await readDecision(driver, intentId, { step: 'read', variant, about })
      }
    }
  },
}

/** The same JSON value with the members of every object in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(members.map(([name, inner]) => [name, sorted(inner)]))
}

function headerFor(
  { now, random, webhookSecret }: Driver,
  variant: string,
  heading: Heading,
  body: string,
): string {
  const time = Math.floor(now() / 1000) - (variant === 'minutes-old' ? withinTolerance : 0)
  const good = createHmac('sha256', webhookSecret ?? '')
    .update(`${time}.${body}`)
    .digest('hex')
  if (variant === 'minutes-old') return usual(time, good, '')
  return heading(time, good, Buffer.from(random(32)).toString('hex'))
}

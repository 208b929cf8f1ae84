import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { answerWith, requestWith, type Variant, type Wrap } from './variant.fixture.ts'

const ours =
  /\b(?:checkout-intent|post-purchase-decision|referral-click|referral-attribution|commission-ledger|commission-review-action)-[0-9a-f]{24}\b/g

/** Another format of ids: how one is made in the place of ours, and how it is known again. */
interface Format {
  readonly make: (ours: string) => string
  readonly pattern: RegExp
}

const uuidsAndNumbers: Format = {
  make: (id) => (id.startsWith('referral-click') ? String(randomInt(1e14, 2.8e14)) : randomUUID()),
  pattern: /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9]\d{14})\b/g,
}

/** A short prefix, as many make them, that happens to be one of Stripe's as well. */
const likeStripes: Format = {
  make: () => `tr_Z9${randomBytes(12).toString('hex')}`,
  pattern: /\btr_Z9[0-9a-f]{24}\b/g,
}

export const otherIds: readonly Variant[] = [
  {
    id: 'other-ids',
    title: 'intents, decisions and entries have UUIDs, clicks have numbers',
    unwitnessed: true,
    otherSeed: true,
    wrap: inFormat(uuidsAndNumbers),
  },
  {
    id: 'ids-like-stripes',
    title: 'every id of its own has a prefix that Stripe uses too',
    unwitnessed: true,
    wrap: inFormat(likeStripes),
  },
]

/** Every id is mapped to another format on its way out and back on its way in; events are signed anew for what they then say. */
function inFormat({ make, pattern }: Format): Wrap {
  return (fetch, { webhookSecret, contract }) => {
    const outward = new Map<string, string>()
    const inward = new Map<string, string>()
    const toThem = (text: string) =>
      text.replaceAll(ours, (id) => {
        const known = outward.get(id)
        if (known !== undefined) return known
        const made = make(id)
        outward.set(id, made)
        inward.set(made, id)
        return made
      })
    const toUs = (text: string) => text.replaceAll(pattern, (id) => inward.get(id) ?? id)
    const sign = (time: string, body: string) =>
      createHmac('sha256', webhookSecret).update(`${time}.${body}`).digest('hex')
    const signedAnew = (header: string, before: string, after: string) => {
      const time = /t=\s*(\d+)/.exec(header)?.[1]
      return time === undefined ? header : header.replaceAll(sign(time, before), sign(time, after))
    }
    return async (request) => {
      const url = new URL(request.url)
      const there = new URL(`${toUs(url.pathname)}${toUs(url.search)}`, url.origin)
      const bytes = Buffer.from(await request.arrayBuffer())
      const text = bytes.toString('utf8')
      // What is not text is nobody's id and passes as it is.
      const body = Buffer.from(text).equals(bytes) ? toUs(text) : text
      const moved = new Request(there, {
        method: request.method,
        headers: request.headers,
        redirect: 'manual',
      })
      const signature = request.headers.get('stripe-signature')
      const response = await fetch(
        bytes.length === 0
          ? moved
          : body === text
            ? new Request(moved, { body: bytes })
            : requestWith(
                moved,
                body,
                signature === null || url.pathname !== contract.routes.webhook
                  ? {}
                  : { 'stripe-signature': signedAnew(signature, text, body) },
              ),
      )
      const answer = Buffer.from(await response.arrayBuffer())
      return answerWith(response, answer.length === 0 ? null : toThem(answer.toString('utf8')))
    }
  }
}

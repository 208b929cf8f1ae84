import { createHash, createHmac } from 'node:crypto'

/** What a faulty header is made of. */
export interface FaultParts {
  readonly body: string
  readonly secret: string
  /** Unix seconds. */
  readonly now: number
  /** A well made event with other content. */
  readonly otherBody: string
  readonly otherSecret: string
}

/** A delivery that must be refused: the header, and the body that goes with it. */
export interface Faulty {
  readonly header: string
  readonly body: string
}

const sign = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex')

/** What stands in examples, and what an unset variable becomes as a text. */
const defaultSecrets = [
  'whsec_test',
  'whsec_test_secret',
  'whsec_secret',
  'whsec_123',
  'whsec_',
  'secret',
  'test',
  'changeme',
  'undefined',
  'null',
]

/**
 * Faults of a signature, by name. Times that are too old stand well past the tolerance, so that clocks that differ by a
 * minute bring no wrong verdict; a time in the future is nothing that an implementation must refuse.
 */
export function signatureFaults(parts: FaultParts): (readonly [variant: string, faulty: Faulty])[] {
  const { body, secret, now, otherBody, otherSecret } = parts
  const good = sign(secret, `${now}.${body}`)
  const at = (time: number, text = body) => `t=${time},v1=${sign(secret, `${time}.${text}`)}`
  const old = now - 3_600
  const defaults = defaultSecrets.filter((one) => one !== secret)
  const headers: [variant: string, header: string][] = [
    ['wrong-secret', `t=${now},v1=${sign(otherSecret, `${now}.${body}`)}`],
    [
      'default-secrets',
      [`t=${now}`, ...defaults.map((one) => `v1=${sign(one, `${now}.${body}`)}`)].join(','),
    ],
    ['empty-secret', `t=${now},v1=${sign('', `${now}.${body}`)}`],
    ['no-secret', `t=${now},v1=${createHash('sha256').update(`${now}.${body}`).digest('hex')}`],
    ['minutes-old', at(now - 420)],
    ['an-hour-old', at(old)],
    ['a-day-old', at(now - 86_400)],
    ['a-year-old', at(now - 31_536_000)],
    ['time-changed', `t=${now},v1=${sign(secret, `${old}.${body}`)}`],
    ['two-times', `${at(old)},t=${now}`],
    ['v0-only', `t=${now},v0=${good}`],
    ['half', `t=${now},v1=${good.slice(0, 32)}`],
    ['one-digit-short', `t=${now},v1=${good.slice(0, -1)}`],
    ['first-digits', `t=${now},v1=${good.slice(0, 8)}`],
    ['longer', `t=${now},v1=${good}00`],
    ['one-digit-off', `t=${now},v1=${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`],
    ['first-digit-off', `t=${now},v1=${good.startsWith('0') ? '1' : '0'}${good.slice(1)}`],
    ['no-digits', `t=${now},v1=`],
    ['zeros', `t=${now},v1=${'0'.repeat(64)}`],
    ['no-hexadecimal', `t=${now},v1=${'zz'.repeat(32)}`],
    ['time-of-thirty-digits', `t=1${'0'.repeat(30)},v1=${'0'.repeat(64)}`],
    ['time-of-another-kind', `t=1e999,v1=${'0'.repeat(64)}`],
    ['empty', ''],
    ['garbled', 'not a signature'],
    ['time-only', `t=${now}`],
    ['no-time', `v1=${good}`],
    ['empty-time', `t=,v1=${sign(secret, `.${body}`)}`],
    ['body-alone-signed', `t=${now},v1=${sign(secret, body)}`],
    ['time-alone-signed', `t=${now},v1=${sign(secret, String(now))}`],
    ['of-another-body', at(now, otherBody)],
  ]
  return [
    ...headers.map(([variant, header]) => [variant, { header, body }] as const),
    ['changed-body', { header: at(now), body: body.replace('"pending_webhooks":1', '"pending_webhooks":2') }],
    ['spaced-body', { header: at(now), body: JSON.stringify(JSON.parse(body), null, 2) }],
    ['reordered-body', { header: at(now), body: reordered(body) }],
  ]
}

/** The same JSON object with its members the other way round. */
export function reordered(body: string): string {
  const value: unknown = JSON.parse(body)
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.fromEntries(Object.entries(value).reverse()))
    : body
}

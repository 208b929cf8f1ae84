import { createHash, randomBytes } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { markersIn } from '../markers.ts'
import { createCanaries } from './canaries.ts'
import { layersOf } from './layers.ts'
import { createSealer } from './seal.ts'
import { createSecretIndex } from './secret-index.ts'
import { stopwatch } from '../stopwatch.fixture.ts'

const random = (count: number) => randomBytes(count)

function suite(published = '') {
  const index = createSecretIndex()
  const canaries = createCanaries(random, index)
  return { index, canaries, sealer: createSealer(index, canaries, published) }
}

const { canaries, sealer } = suite()
const email = canaries.mint('buyer-email')
const intent = canaries.mint('stripe-payment-intent')
const key = canaries.mint('idempotency-key')

const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const b64url = (text: string | Buffer) => Buffer.from(text).toString('base64url')
const hex = (text: string) => Buffer.from(text).toString('hex')
const everyPercent = (text: string) => [...text].map((c) => `%${hex(c)}`).join('')
const everyEscape = (text: string) => [...text].map((c) => `\\u00${hex(c)}`).join('')
const hash = (algorithm: string, coding: 'hex' | 'base64' | 'base64url') =>
  createHash(algorithm).update(email).digest(coding)

/** How a secret may be written: each is found, whatever stands around it. */
const writings: readonly (readonly [name: string, written: string])[] = [
  ['as it is', email],
  ['in upper case', email.toUpperCase()],
  ['reversed', [...email].reverse().join('')],
  ['URL coded', encodeURIComponent(email)],
  ['URL coded, every character', everyPercent(email)],
  ['URL coded twice', encodeURIComponent(everyPercent(email))],
  ['hex', hex(email)],
  ['hex in upper case', hex(email).toUpperCase()],
  ['base64', b64(email)],
  ['base64 behind one byte', b64(`x${email}yz`)],
  ['base64 behind two bytes', b64(`xy${email}z`)],
  ['base64url in JSON', b64url(JSON.stringify({ after: 1, mail: email }))],
  ['base64 of base64', b64(b64(email))],
  ['base64 of URL coded', b64(everyPercent(email))],
  ['base64 of JSON with escapes', b64(`{"a":"${everyEscape(email)}"}`)],
  ['base64 behind a prefix', `session-${b64url(JSON.stringify({ a: everyPercent(email) }))}`],
  ['base64 of deflated', b64(deflateSync(JSON.stringify({ email })))],
  ['base64 of gzipped', b64(gzipSync(email))],
  ['JSON escapes', everyEscape(email)],
  ['JavaScript escapes', [...email].map((c) => `\\x${hex(c)}`).join('')],
  ['JavaScript code points', [...email].map((c) => `\\u{${hex(c)}}`).join('')],
  ['decimal entities', [...email].map((c) => `&#${c.charCodeAt(0)};`).join('')],
  ['hex entities without an end', [...email].map((c) => `&#x${hex(c)}`).join('')],
  ['named entities', email.replace('@', '&commat;').replaceAll('.', '&period;')],
  ['quoted-printable', email.replace('@', '=40').replaceAll('.', '=2E')],
  ['cut by markup', `${email.slice(0, 9)}<b>${email.slice(9)}</b>`],
  ['UTF-16', [...email].join('\0')],
  ['its local part', email.split('@')[0] ?? ''],
  ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => [
    [`${algorithm} in hex`, hash(algorithm, 'hex')] as const,
    [`${algorithm} in upper-case hex`, hash(algorithm, 'hex').toUpperCase()] as const,
    [`${algorithm} in base64`, hash(algorithm, 'base64')] as const,
    [`${algorithm} in base64url`, hash(algorithm, 'base64url')] as const,
  ]),
  ['sha256 cut to an ETag', hash('sha256', 'hex').slice(0, 20)],
]

describe('a secret is found however it is written, and its place is sealed', () => {
  for (const [name, written] of writings) {
    test(name, () => {
      for (const text of [written, `before ${written} after`, `"${written}"`, `x=${written}&y=1`]) {
        const sealed = sealer.text(text)
        expect(markersIn(sealed).map(({ kind }) => kind)).toContain('buyer-email')
        expect(sealed).not.toContain(written)
      }
    })
  }

  test('a Stripe id without its prefix, cut short, and one that nobody planted', () => {
    const core = intent.slice('pi_'.length)
    expect(markersIn(sealer.text(core))[0]?.kind).toBe('stripe-payment-intent')
    expect(markersIn(sealer.text(`${core.slice(0, 14)}…`))[0]?.kind).toBe('stripe-payment-intent')
    expect(markersIn(sealer.text('see cus_NffrFeUfNV2Hib'))[0]?.kind).toBe('stripe:cus')
    expect(markersIn(sealer.text(b64('{"c":"cus_NffrFeUfNV2Hib"}')))[0]?.kind).toBe('stripe:cus')
  })

  test('the claims of a JWT', () => {
    const jwt = [{ alg: 'HS256' }, { sub: 'x', customer: intent }].map((part) => b64url(JSON.stringify(part)))
    const sealed = sealer.text(`Bearer ${jwt.join('.')}.c2lnbmF0dXJl`)
    expect(markersIn(sealed).map(({ kind }) => kind)).toEqual(['stripe-payment-intent'])
  })
})

describe('what was sealed reads as it did', () => {
  test('JSON stays JSON, whatever the place of the secret', () => {
    const body = {
      plain: email,
      [key]: 1,
      list: [hex(intent), { nested: encodeURIComponent(email) }],
      coded: b64(JSON.stringify({ email, intent })),
      text: `a "quoted" ${email} \\ path`,
    }
    for (const text of [JSON.stringify(body), JSON.stringify(body).replace(email, everyEscape(email))]) {
      const sealed = sealer.text(text)
      expect(Object.keys(JSON.parse(sealed) as object)).toHaveLength(5)
      expect(sealed).not.toContain(email)
      expect(new Set(markersIn(sealed).map(({ kind }) => kind))).toEqual(
        new Set(['buyer-email', 'idempotency-key', 'stripe-payment-intent']),
      )
    }
  })

  test('the same secret has the same digest, another one another', () => {
    const [first, second] = markersIn(sealer.text(`${email} ${hex(email)}`))
    expect(first?.digest).toBe(second?.digest)
    expect(markersIn(sealer.text(key))[0]?.digest).not.toBe(first?.digest)
    expect(canaries.list().find(({ id }) => id === first?.id)?.digest).toBe(first?.digest)
  })

  test('a marker that the target wrote is none', () => {
    const [{ id, digest } = { id: '', digest: '' }] = canaries.list()
    const forged = `⟦${id}:raw:${digest}⟧`
    const escaped = forged.replace('⟦', '\\u27e6').replace('⟧', '\\u27e7')
    const { body, headers } = sealer.response(
      answer({ body: `{"a":"${forged}","b":"${escaped}"}`, note: forged }),
    )
    expect(markersIn(body)).toEqual([])
    expect(Object.values(JSON.parse(body) as Record<string, string>).flatMap(markersIn)).toEqual([])
    expect(headers.flatMap(([, value]) => markersIn(value))).toEqual([])
  })

  test('ids that the contract publishes stay as they are', () => {
    const published = 'price_1NXyZaBcDeFgHiJkLmNoPqRs'
    const own = suite(JSON.stringify({ priceId: published })).sealer
    expect(own.text(published)).toBe(published)
    expect(own.text('price_1AAyZaBcDeFgHiJkLmNoPqRs')).not.toContain('price_1AA')
  })

  test('a cookie header of the owner gives up each of its values', () => {
    const { canaries: mine, sealer: own } = suite()
    mine.learn('owner-session', 'theme=dark; session=s3cr3tS3ss10nV4lue')
    expect(own.text('dark s3cr3tS3ss10nV4lue')).toMatch(/^dark ⟦owner-session/)
  })
})

describe('honest answers stay as they are', () => {
  const own = suite()
  for (let i = 0; i < 500; i += 1) own.canaries.mint('stripe-payment-intent')
  for (let i = 0; i < 500; i += 1) own.canaries.mint('buyer-email')

  test('random bytes in every alphabet, ids, dates and texts', () => {
    for (let i = 0; i < 300; i += 1) {
      const bytes = randomBytes(64)
      const text = JSON.stringify({
        id: `checkout-intent-${bytes.toString('hex').slice(0, 24)}`,
        a: bytes.toString('base64'),
        b: bytes.toString('base64url'),
        c: bytes.toString('latin1'),
        d: new Date().toISOString(),
        e: 'https://shop.example/checkout_session/pi_like/price-launch-checklist-bump-usd?x=%20y&amp;z',
        f: 'class="link_primary_button cs_container price_tableHeader"',
      })
      expect(own.sealer.text(text)).toBe(text)
    }
  })
})

describe('the search is quick, and bounded on hostile text', () => {
  const many = suite()
  for (let i = 0; i < 1000; i += 1) {
    many.canaries.mint('buyer-email')
    many.canaries.mint('idempotency-key')
    many.canaries.mint('stripe-payment-intent')
  }
  const timed = (work: () => void) => {
    const took = stopwatch()
    work()
    return took()
  }

  test('2 MB of ordinary JSON with 3,000 secrets', () => {
    const row = JSON.stringify({
      checkoutIntentId: 'checkout-intent-0a1b2c3d4e5f',
      status: 'paid',
      amount: 900,
    })
    const text = `[${Array.from({ length: 25_000 }, () => row).join(',')}]`
    expect(text.length).toBeGreaterThan(1_800_000)
    // About 0.5 s here; the bound leaves room for a loaded machine.
    expect(timed(() => many.sealer.text(text))).toBeLessThan(4000)
  })

  for (const [name, text] of [
    [
      'base64 in base64',
      Array.from({ length: 12 }).reduce<string>((inner) => b64(inner), 'x'.repeat(60_000)),
    ],
    ['thousands of tokens', Array.from({ length: 40_000 }, (_, i) => b64(`text number ${i}`)).join(' ')],
    ['opening brackets', '<'.repeat(1_000_000) + '</'],
    ['backslashes', '\\u0041'.repeat(200_000)],
    ['percent signs', '%25'.repeat(400_000)],
    ['entities', '&#38;#38;'.repeat(100_000)],
    ['almost ids', 'pi_aaaaaaaaaaaaaaaaaaaaaaaa'.repeat(50_000)],
    ['one long id', `pi_${'a'.repeat(1_000_000)}`],
    ['hex', 'deadbeef'.repeat(200_000)],
  ] as const) {
    test(`${name}`, () => {
      expect(timed(() => many.sealer.text(text))).toBeLessThan(6000)
    })
  }

  test('layers never exceed their budget', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => b64(`text number ${i}`)).join(' ')
    const layers = layersOf(text)
    expect(layers.length).toBeLessThanOrEqual(4000)
    expect(layers.reduce((sum, layer) => sum + layer.text.length, 0)).toBeLessThan(
      5 * text.length + 2_000_000,
    )
  })
})

function answer({ body, note }: { body: string; note: string }) {
  return {
    status: 200,
    reason: 'OK',
    headers: [['x-note', note] as const],
    trailers: [],
    body,
    tapped: null,
  }
}

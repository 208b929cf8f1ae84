import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type BrowserAtHand } from '../../drive/browser.ts'
import { openResults, runOnGateway, seedFiles } from '../../gateway.fixture.ts'
import { tryCounterexample } from '../../judge/sensitivity.ts'
import { createHttpTransport } from '../../drive/http-transport.ts'
import { defaultLimits } from '../../drive/transport.ts'
import type { RunResult } from '../../run.ts'
import { serve } from '../../../mock-server/faces/serve.ts'
import { startTestGateway } from '../../../mock-server/testing.ts'
import { runInProcess } from '../../testing.ts'
import { pages } from '../../variants/pages.fixture.ts'
import { bodyOf, requestWith, type Fetch } from '../../variants/variant.fixture.ts'
import { defaultSeed, readContract } from '../../../contracts/seed-file.ts'
import { holdsWord } from '../../judge/whole-word.ts'
import { typedTexts } from '../../scenarios/pages/start-panel.ts'
import { checks } from '../index.ts'
import { forbiddenCall } from './foreign-calls.ts'
import { besideTexts, showsPrice, visibleText } from './prices.ts'

const contract = readContract(defaultSeed)

const inBrowser = checks.filter(({ browser }) => browser === true)
const only = inBrowser.map(({ id }) => id).join(',')

describe('the pages in a browser', () => {
  let browser: BrowserAtHand | null = null
  const results = new Map<string, RunResult>()
  beforeAll(async () => {
    browser = await openBrowser(new URL('http://127.0.0.1'), process.env['CHROME_PATH'])
    for (const seed of seedFiles)
      results.set(seed, await runOnGateway({ seed, only, http: true, profile: 'sandbox', run: { browser } }))
  }, 180_000)
  afterAll(() => browser?.close())

  test('a browser is at hand here', () => {
    expect(browser).not.toBeNull()
  })
  test.each(seedFiles)('the gateway is as it should be under %s', (seed) => {
    const result = results.get(seed)
    expect(result && openResults(result)).toEqual([])
    expect(result?.record.checks.map(({ status }) => status)).toEqual(inBrowser.map(() => 'pass'))
  })
  for (const check of inBrowser) {
    for (const counterexample of check.counterexamples) {
      test(`${check.id}: ${counterexample.name}`, () => {
        const [result] = results.values()
        expect(result && tryCounterexample(result.transcript, check, counterexample)).toBe('caught')
      })
    }
  }
})

describe('a page without script, whose forms its own route takes', () => {
  /** Runs the check of the presses; `inner` stands between the forms and the gateway. */
  async function pressOn(inner: (fetch: Fetch) => Fetch): Promise<RunResult> {
    const browser = await openBrowser(new URL('http://127.0.0.1'), process.env['CHROME_PATH'])
    const gateway = startTestGateway({ contract })
    const { webhookSecret, ownerToken } = gateway
    const variant = pages.find(({ id }) => id === 'post-purchase-forms')
    const wrapped = variant?.wrap?.(inner(gateway.fetch), { contract, webhookSecret, ownerToken })
    const server = await serve(wrapped ?? gateway.fetch)
    const origin = new URL(server.origin)
    const transport = createHttpTransport(origin, defaultLimits)
    try {
      const only = 'pages/one-press'
      return await runInProcess({
        contract,
        fetch: gateway.fetch,
        transport,
        origin,
        browser,
        webhookSecret,
        only,
      })
    } finally {
      await transport.close()
      await server.close()
      await gateway.close()
      await browser?.close()
    }
  }

  test('is not blamed', async () => {
    const result = await pressOn((fetch) => fetch)
    expect(openResults(result)).toEqual([])
    expect(result.record.checks.map(({ status }) => status)).toEqual(['pass'])
  })
  test('is blamed when the counts rise by two', async () => {
    const { record } = await pressOn((fetch) => async (request) => {
      const body = await bodyOf(request)
      const key = body?.['idempotencyKey']
      if (typeof key === 'string' && key.startsWith('form:'))
        await fetch(requestWith(request, JSON.stringify({ ...body, idempotencyKey: randomUUID() })))
      return fetch(request)
    })
    expect(record.checks.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
      'a double press recorded two decisions',
    ])
  })
})

describe('without a browser', () => {
  test('what it takes one for is not applicable, and says what would unlock it', async () => {
    const { record } = await runOnGateway({ only, profile: 'sandbox' })
    expect(new Set(record.checks.map(({ status }) => status))).toEqual(new Set(['not-applicable']))
    expect(record.checks[0]?.reasons[0]).toContain('CHROME_PATH')
  })
})

const offer = (unitAmountCents: number) => ({
  id: 'o',
  kind: 'k',
  title: 'T',
  unitAmountCents,
  currency: 'eur',
  productId: 'p',
  priceId: 'q',
})

describe('a price on a page', () => {
  test.each([
    [123_450, '1.234,50 €'],
    [123_450, 'EUR 1,234.50'],
    [123_450, '1’234.5'],
    [900, '$9'],
    [900, '9,00 €'],
    [123_400, '1\u202f234 €'],
    [1_235, '¥1,235'],
    [12_345_000, '₹1,23,450.00'],
    [12_345, '١٢٣٫٤٥ د.إ'],
    [123_450, '١٬٢٣٤٫٥٠'],
    [900, '９.００ 円'],
    [900, '९'],
    [0, 'Free'],
  ])('%i cents is there in "%s"', (cents, text) => {
    expect(showsPrice(text, offer(cents))).toBe(true)
  })
  test.each([
    [900, '19.00'],
    [900, '9.50'],
    [900, '90'],
    [1_900, '1.9'],
    [12_345, '123.40'],
    [12_345, '1.23'],
    [900, '١٩'],
    [1_900, '1 9'],
  ])('%i cents is not there in "%s"', (cents, text) => {
    expect(showsPrice(text, offer(cents))).toBe(false)
  })
  test('what a script, a comment or an attribute says is not shown', () => {
    expect(visibleText('<p title="9.00">a<!-- 9.00 --><script>9.00</script></p>')).toBe('a')
  })
})

describe('the prices beside the texts of the contract', () => {
  const { primaryOffer, texts } = contract
  test('an amount in the confirmation text or in a title is none', () => {
    const rest = besideTexts(`${primaryOffer.title}\n${texts.checkout.toUpperCase()}`, contract)
    expect(showsPrice(rest, primaryOffer)).toBe(false)
  })
  test('a price tag stays, with the words of the seed in it', () => {
    for (const tag of ['9.00 USD', '$9 one-time payment'])
      expect(showsPrice(besideTexts(`${texts.checkout} ${tag}`, contract), primaryOffer)).toBe(true)
  })
})

describe('what is typed into the start panel', () => {
  test('a text without case has no other case', () => {
    expect(typedTexts('立即购买').map(([variant]) => variant)).not.toContain('other-case')
    expect(typedTexts('Buy').map(([variant]) => variant)).toContain('other-case')
  })
  test('nothing that is called a near miss is the exact text', () => {
    for (const exact of ['立即购买', 'BUY', 'b', '9'])
      expect(typedTexts(exact).filter(([, text]) => text === exact)).toEqual([['exact', exact]])
  })
})

describe('a decision in an attribute', () => {
  test.each([
    ['accept', 'accept'],
    ['/decide?kind=accept&id=1', 'accept'],
    ["decide('accept')", 'accept'],
    ['nein.mentorat', 'nein.mentorat'],
  ])('%s holds %s', (value, kind) => {
    expect(holdsWord(value, kind)).toBe(true)
  })
  test.each([
    ['accept-cookies', 'accept'],
    ['accept_upsell', 'accept'],
    ['unaccept', 'accept'],
    ['accepté', 'accept'],
  ])('%s does not hold %s', (value, kind) => {
    expect(holdsWord(value, kind)).toBe(false)
  })
})

describe('the calls of a page', () => {
  const surroundings = { own: new Set(['shop.example']), ids: ['intent-1', '400'], routes: ['/charges/read'] }
  test.each([
    ['load', 'https://js.stripe.com/v3/', 'calls Stripe'],
    ['load', '//pixel.example/?i=intent-1', 'tells a third party the intent'],
    ['load', 'https://pixel.example/?i=intent%2D1', 'tells a third party the intent'],
    ['go', 'https://elsewhere.example/', 'sends the browser to a third party'],
    ['send', '/api/billing/now', 'calls a billing route'],
    ['send', 'https://user@js.stripe.com:443/x', 'calls Stripe'],
  ] as const)('%s %s: %s', (kind, url, why) => {
    expect(forbiddenCall({ kind, url }, surroundings)).toBe(why)
  })
  test.each([
    ['load', 'https://fonts.example/a.woff'],
    ['load', 'https://fonts.example/css2?family=Inter:wght@400'],
    ['load', 'https://stripe.com.example/a.js'],
    ['load', '/assets/subscriptions.js'],
    ['send', 'https://shop.example/charges/read'],
    ['go', 'https://shop.example/next?i=intent-1'],
  ] as const)('%s %s is fine', (kind, url) => {
    expect(forbiddenCall({ kind, url }, surroundings)).toBeUndefined()
  })
})

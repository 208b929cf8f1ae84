import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type BrowserAtHand } from '../../drive/browser.ts'
import { openResults, runOnGateway, seedFiles } from '../../gateway.fixture.ts'
import { tryCounterexample } from '../../judge/sensitivity.ts'
import type { RunResult } from '../../run.ts'
import { checks } from '../index.ts'
import { forbiddenCall } from './foreign-calls.ts'
import { showsPrice, visibleText } from './prices.ts'

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
  ])('%i cents is there in "%s"', (cents, text) => {
    expect(showsPrice(text, offer(cents))).toBe(true)
  })
  test.each([
    [900, '19.00'],
    [900, '9.50'],
    [900, '90'],
    [1_900, '1.9'],
    [12_345, '123.40'],
  ])('%i cents is not there in "%s"', (cents, text) => {
    expect(showsPrice(text, offer(cents))).toBe(false)
  })
  test('what a script, a comment or an attribute says is not shown', () => {
    expect(visibleText('<p title="9.00">a<!-- 9.00 --><script>9.00</script></p>')).toBe('a')
  })
})

describe('the calls of a page', () => {
  const surroundings = { own: new Set(['shop.example']), ids: ['intent-1'], routes: ['/charges/read'] }
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
    ['load', 'https://stripe.com.example/a.js'],
    ['load', '/assets/subscriptions.js'],
    ['send', 'https://shop.example/charges/read'],
    ['go', 'https://shop.example/next?i=intent-1'],
  ] as const)('%s %s is fine', (kind, url) => {
    expect(forbiddenCall({ kind, url }, surroundings)).toBeUndefined()
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { windowOf } from '../control/sandbox.fixture.ts'
import { launchBrowser } from '../console/browser.fixture.ts'
import { eventFor, started } from '../testing/story.ts'
import { openShop, type Shop } from './page-visit.fixture.ts'

let browser: Browser
let shop: Shop

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

afterEach(() => shop.close())

const says = (words: string) => shop.page.getByRole('status').filter({ hasText: words }).waitFor()
const way = () => shop.page.getByRole('link', { name: 'See what is next' })
const back = () => shop.page.getByRole('link', { name: 'Back to the offer' })
const address = (id: string) =>
  `${shop.gateway.contract.routes.success}?checkout_intent_id=${encodeURIComponent(id)}`

/** Tells the gateway something about an intent, as Stripe would. */
const tell = (id: string, event: string, paymentStatus = 'unpaid') =>
  shop.gateway.deliver(eventFor(id, `checkout.session.${event}`, { payment_status: paymentStatus }))

/** Lets the page's time pass to its next look. */
async function nextRead(): Promise<void> {
  const answered = shop.page.waitForResponse(/checkoutIntentId=/)
  await shop.page.clock.runFor(2_000)
  await answered
}

/** The page asks no more, however long it stays open. */
async function expectRest(): Promise<void> {
  const before = shop.reads()
  for (let minute = 0; minute < 3; minute += 1) await shop.page.clock.runFor(60_000)
  expect(shop.reads()).toBe(before)
  expect(await shop.page.locator('.waiting').count()).toBe(0)
}

describe('the success page', () => {
  test('shows what the order is, and how the checkout goes on, forwards and back', async () => {
    shop = await openShop(browser)
    const { allowedBumps, primaryOffer } = shop.gateway.contract
    const id = await started(shop.gateway, { orderBumpPriceIds: allowedBumps.map(({ priceId }) => priceId) })
    await shop.open(address(id))
    await says('Waiting for the payment to be confirmed.')
    const items = shop.page.locator('[data-role=order] li')
    const titles = [primaryOffer, ...allowedBumps].map(({ title }) => title)
    expect((await items.allTextContents()).map((text, at) => text.includes(titles[at] ?? '?'))).toEqual(
      titles.map(() => true),
    )
    const sum = [primaryOffer, ...allowedBumps].reduce((all, offer) => all + offer.unitAmountCents, 0)
    expect(await shop.page.locator('[data-role=total]').textContent()).toContain((sum / 100).toFixed(2))
    const steps = () =>
      shop.page.getByRole('list', { name: 'Progress' }).getByText('Done:').filter({ visible: true }).count()
    expect(await steps()).toBe(1)

    await tell(id, 'completed')
    await nextRead()
    await says('the payment is still on its way')
    await way().waitFor()
    await tell(id, 'async_payment_failed')
    await nextRead()
    await says('The payment failed. Nothing was paid.')
    expect(await way().count()).toBe(0)
    await back().waitFor()
    await expectRest()
    expect(await steps()).toBe(1)
  })

  test('goes on from a completed checkout to the paid one, and rests there', async () => {
    shop = await openShop(browser)
    const id = await started(shop.gateway)
    await tell(id, 'completed')
    await shop.open(address(id))
    await says('the payment is still on its way')
    await tell(id, 'async_payment_succeeded', 'paid')
    await nextRead()
    await says('Paid and confirmed.')
    await way().waitFor()
    await shop.page.locator('[data-step="1"]').getByText('Done:').waitFor()
    await expectRest()
  })

  test.each(['expired', 'async_payment_failed'])('rests after %s, and leads back', async (event) => {
    shop = await openShop(browser)
    const id = await started(shop.gateway)
    await tell(id, event)
    await shop.open(address(id))
    await says('Nothing was paid.')
    await expectRest()
    expect(shop.reads()).toBe(0)
    expect(await back().getAttribute('class')).toBe('button')
    await back().click()
    await shop.page.waitForURL(`**${shop.gateway.contract.routes.preview}`)
  })

  test('asks a few times for an intent that nobody knows, and not at all without one', async () => {
    shop = await openShop(browser)
    await shop.open(address('checkout-intent-nobody'))
    await says('There is no such checkout.')
    await expect
      .poll(async () => {
        await shop.page.clock.runFor(2_000)
        return shop.reads()
      })
      .toBe(3)
    await expectRest()
    await shop.open(shop.gateway.contract.routes.success)
    await says('This address names no checkout.')
    await expectRest()
    expect(shop.reads()).toBe(3)
  })

  test('does not take a failing read for news', async () => {
    shop = await openShop(browser)
    const id = await started(shop.gateway)
    shop.gateway.control.fail({ route: 'decisions', kind: 'status', status: 500, times: 2 })
    await shop.open(address(id))
    await says('No answer yet. Asking again.')
    await nextRead()
    await says('No answer yet. Asking again.')
    await tell(id, 'completed', 'paid')
    await nextRead()
    await says('Paid and confirmed.')
  })

  test('leads who has not paid yet back to the payment page, by the redirect route alone', async () => {
    shop = await openShop(browser)
    const id = await started(shop.gateway)
    await shop.open(address(id))
    const link = shop.page.getByRole('link', { name: 'Back to the payment page' })
    expect(await link.getAttribute('href')).toBe(`${shop.gateway.contract.routes.checkout}/redirect/${id}`)
    await tell(id, 'completed', 'paid')
    await nextRead()
    await link.waitFor({ state: 'hidden' })
  })

  test('says that the time is over, like the page that it would lead to', async () => {
    shop = await openShop(browser)
    const id = await started(shop.gateway)
    await tell(id, 'completed')
    shop.gateway.control.advance({ minutes: windowOf(shop.gateway) + 1 })
    await shop.open(`${shop.gateway.contract.routes.postPurchase}/${id}`)
    await shop.page.getByText('The time for these offers is over.').waitFor()
    expect(await shop.page.getByRole('button').count()).toBe(0)
    await shop.page.getByRole('link', { name: 'Back to your checkout' }).click()
    await shop.page.getByText('The time for the offers that follow is over.').waitFor()
    expect(await way().count()).toBe(0)
    await nextRead()
    await nextRead()
    expect(await way().count()).toBe(0)
  })

  test.each([
    ['expired', 0],
    ['completed', 1],
  ])(
    'without script asks for a refresh only while there is something to wait for: %s',
    async (event, count) => {
      shop = await openShop(browser, { script: false })
      const id = await started(shop.gateway)
      await tell(id, event)
      await shop.open(address(id))
      expect(await shop.page.locator('meta[http-equiv=refresh]').count()).toBe(count)
      await shop.open(address('checkout-intent-nobody'))
      expect(await shop.page.locator('meta[http-equiv=refresh]').count()).toBe(0)
      await shop.page.getByRole('link', { name: 'Look again' }).waitFor()
    },
  )
})

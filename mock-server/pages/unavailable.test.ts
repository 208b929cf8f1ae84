import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../console/browser.fixture.ts'
import { started } from '../testing/story.ts'
import { failingStore } from './outage.fixture.ts'
import { openShop } from './page-visit.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

test('while the store is down people get a page, and programs the envelope', async () => {
  const down: { value: boolean } = { value: false }
  const shop = await openShop(browser, { gateway: { store: failingStore(down) } })
  const id = await started(shop.gateway)
  down.value = true
  const { postPurchase, success } = shop.gateway.contract.routes
  for (const path of [`${success}?checkout_intent_id=${id}`, `${postPurchase}/${id}`]) {
    const plain = await shop.gateway.get(path)
    expect([plain.status, plain.headers.get('content-type')]).toEqual([503, expect.stringContaining('json')])
    const answered = shop.page.waitForResponse((response) => response.url().includes(id))
    await shop.open(path)
    const page = await answered
    expect([page.status(), page.headers()['retry-after']]).toEqual([503, '1'])
    await shop.page.getByRole('heading', { name: 'One moment, please' }).waitFor()
  }
  down.value = false
  await shop.page.getByRole('link', { name: 'Try again' }).click()
  await shop.page.getByText('This checkout is not open for decisions.').waitFor()
  await shop.close()
})

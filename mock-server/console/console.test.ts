import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deriveContract } from '../../contracts/derive.ts'
import { parseSeed } from '../../contracts/load.ts'
import { defaultSeed, readContract } from '../../contracts/seed-file.ts'
import { startSandbox, windowOf, type Sandbox } from '../control/sandbox.fixture.ts'
import { serve, type RunningServer } from '../faces/serve.ts'
import { failingStore } from '../pages/outage.fixture.ts'
import { decide, start, started } from '../testing/story.ts'
import { launchBrowser } from './browser.fixture.ts'

let browser: Browser
let gateway: Sandbox
let server: RunningServer
let page: Page
let faults: string[]
/** What this test provokes: sorted out once the page is closed, since a poll may be on its way until then. */
let provoked: string | undefined

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(() => {
  faults = []
  provoked = undefined
})

afterEach(async () => {
  await page.close()
  await server.close()
  await gateway.close()
  expect(faults.filter((text) => provoked === undefined || !text.includes(provoked))).toEqual([])
})

async function open(sandbox: Sandbox, path = '/__control/', size = { width: 1280, height: 800 }) {
  gateway = sandbox
  server = await serve(gateway.fetch)
  page = await browser.newPage({ viewport: size })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== server.origin && protocol !== 'data:') faults.push(request.url())
  })
  page.setDefaultTimeout(8_000)
  await page.goto(server.origin + path)
  await page.locator('#time').filter({ hasText: 'UTC' }).waitFor()
}

const rows = () => page.locator('#journal > li')

describe('the console', () => {
  test('shows what happens as it happens, and pays, expires and redelivers', async () => {
    await open(startSandbox())
    await page.locator('#no-intents').waitFor()
    const intentId = await started(gateway, { buyerEmail: 'private@person.example' })
    const card = page.locator('#intents > li')
    await card.getByText(intentId).waitFor()
    await card.getByRole('button', { name: 'Pay', exact: true }).click()
    await card.getByRole('img', { name: 'Status paid, eligible' }).waitFor()
    await card.getByText(/Post-purchase path open for \d+ min/).waitFor()
    await rows().filter({ hasText: 'checkout.session.completed' }).getByText('200 paid').waitFor()
    // The call to Stripe stands inside of the request that made it.
    const texts = await rows().allTextContents()
    const at = (start: string) => texts.findIndex((text) => text.includes(start))
    expect(texts[at('POST checkout.sessions.create')]).toMatch(/^The gateway asks Stripe: POST/)
    expect(texts[at('checkout.session.completed')]).toMatch(/^Stripe tells the gateway: /)
    expect(at('POST checkout.sessions.create')).toBeGreaterThan(at('POST checkouttime'))
    expect(at('POST checkout.sessions.create')).toBeLessThan(at('200 stripe_session_created'))
    await card.getByRole('button', { name: 'Redeliver' }).click()
    await rows().getByText('200 duplicate').waitFor()

    await decide(gateway, intentId)
    await card.getByText(String(gateway.contract.decisions[0]?.decisionKind)).waitFor()
    expect(await page.content()).not.toContain('private@person.example')

    const other = await started(gateway)
    const second = card.filter({ hasText: other })
    await second.getByRole('button', { name: 'Expire' }).click()
    await second.getByRole('img', { name: 'Status expired, not eligible' }).waitFor()
  })

  test('moves the clock, scripts failures, has defects, takes and restores a snapshot, resets', async () => {
    await open(startSandbox())
    const intentId = await started(gateway)
    await gateway.control.pay({ checkoutIntentId: intentId })
    await page
      .locator('#intents')
      .getByText(/path open for/)
      .waitFor()
    await page.getByRole('button', { name: 'Take a snapshot' }).click()
    await page.getByRole('button', { name: `+${windowOf(gateway)} min` }).click()
    await page.locator('#intents').getByText('its time is over').waitFor()
    await page.getByRole('button', { name: /^Restore snapshot-1-\w+ \(1 intent\)$/ }).click()
    await page
      .locator('#intents')
      .getByText(/path open for/)
      .waitFor()

    await page.getByLabel('Route').selectOption('checkout')
    await page.getByLabel('Times').fill('2')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.locator('#failures').getByText('checkout: 503, 2 left').waitFor()
    expect((await start(gateway)).status).toBe(503)
    await page.locator('#failures').getByText('1 left').waitFor()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.locator('#failures').getByText('left').waitFor({ state: 'detached' })

    await page.getByText('Choose defects').click()
    await page.getByLabel('Find', { exact: true }).fill('email-masked')
    await page.getByRole('checkbox', { name: /^email-masked/ }).check()
    await page.locator('#defects-on').getByText('On: email-masked').waitFor()
    expect(gateway.control.defects().filter(({ on }) => on)).toMatchObject([{ id: 'email-masked' }])

    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.locator('#no-intents').waitFor()
    expect(await gateway.control.intents()).toEqual([])
  })

  test('is about one namespace, and leads to the others', async () => {
    await open(startSandbox(), '/__ns/shop/__control')
    expect(new URL(page.url()).pathname).toBe('/__ns/shop/__control/')
    const intentId = await started(gateway.at('shop'))
    await started(gateway)
    await page.locator('#intents').getByText(intentId).waitFor()
    expect(await page.locator('#intents > li').count()).toBe(1)
    expect(await page.locator('#preview').getAttribute('href')).toBe(
      `/__ns/shop${gateway.contract.routes.preview}`,
    )
    await page.getByLabel('Namespace').selectOption('default')
    await page.waitForURL(`${server.origin}/__control/`)
    await page.locator('#intents > li').first().waitFor()
    expect(await page.content()).not.toContain(intentId)
  })

  test('shows hostile texts as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"></script><b>'
    const seed = structuredClone(readContract(defaultSeed).seed)
    const [stack] = seed.stacks
    if (stack === undefined) throw new TypeError('the seed has no stack')
    stack.title = hostile
    await open(startSandbox({ contract: deriveContract(parseSeed(seed)) }))
    await page.getByText(hostile).waitFor()
    await gateway.get(`/${encodeURIComponent(hostile)}?${encodeURIComponent(hostile)}=1`)
    await start(gateway, { confirmationText: hostile, [hostile]: hostile })
    await rows().nth(1).waitFor()
    await rows().nth(1).locator('summary').click()
    await rows().nth(1).getByText(hostile).first().waitFor()
    expect(await page.locator('img,b').count()).toBe(0)
    expect(await page.title()).toBe('Gateway console')
  })

  test('says so when the gateway has gone', async () => {
    await open(startSandbox())
    await server.close()
    await page.getByText('The gateway does not answer').waitFor()
    faults = faults.filter((text) => !text.includes('net::ERR'))
  })

  test('keeps what is pressed or selected while time goes on', async () => {
    await open(startSandbox())
    const intentId = await started(gateway)
    await gateway.control.pay({ checkoutIntentId: intentId })
    const card = page.locator('#intents > li')
    const countdown = () => card.getByText(/path open for/).textContent()
    await card.getByText(/path open for/).waitFor()
    const before = await countdown()
    const time = await page.locator('#time').textContent()
    await card.getByRole('heading').selectText()
    await card.getByRole('button', { name: 'Redeliver' }).hover()
    await page.mouse.down()
    for (let poll = 0; poll < 3; poll += 1) await page.waitForResponse(/\/state\?/)
    expect(await page.locator('#time').textContent()).not.toBe(time)
    await expect.poll(countdown).not.toBe(before)
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(intentId)
    await page.mouse.up()
    await page.getByRole('status').getByText('Delivered again.').waitFor()
    // A region that is read out at each change would read out each second.
    expect(await page.locator('#time').getAttribute('role')).toBeNull()
    expect(await page.locator('output, [aria-live]').count()).toBe(0)
  })

  test('gives the focus on to a card that has changed', async () => {
    await open(startSandbox())
    await started(gateway)
    await started(gateway)
    const card = page.locator('#intents > li').nth(1)
    await card.getByRole('button', { name: 'Expire' }).focus()
    await page.keyboard.press('Enter')
    await card.getByRole('img', { name: 'Status expired' }).waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Redeliver the last event')
  })

  test('says that the store is down, and shows the rest', async () => {
    const down = { value: false }
    provoked = 'status of 503'
    await open(startSandbox({ store: failingStore(down) }))
    const intentId = await started(gateway)
    await page.locator('#intents').getByText(intentId).waitFor()
    down.value = true
    await page.getByText('The store is down, so the intents cannot be read.').waitFor()
    await page.getByText('these are the intents as they were last seen').waitFor()
    expect((await start(gateway)).status).toBe(503)
    await rows().filter({ hasText: '503' }).waitFor()
    await page.reload()
    await page.locator('#time').filter({ hasText: 'UTC' }).waitFor()
    await rows().filter({ hasText: '503' }).waitFor()
    expect(await page.locator('#no-intents').isVisible()).toBe(false)
    down.value = false
    await page.locator('#intents').getByText(intentId).waitFor()
    await page.getByText('The store is down').first().waitFor({ state: 'hidden' })
    expect(await page.locator('#message').textContent()).toBe('')
  })

  test('takes back what it said after a while, but not what goes on being wrong', async () => {
    const down = { value: false }
    provoked = 'status of 503'
    await open(startSandbox({ store: failingStore(down) }))
    await page.clock.install()
    await page.reload()
    await page.locator('#time').filter({ hasText: 'UTC' }).waitFor()
    await page.getByRole('button', { name: '+1 min' }).click()
    const message = page.getByRole('status')
    await message.getByText('The clock is 1 min further.').waitFor()
    await page.clock.runFor(6_000)
    await expect.poll(() => message.textContent()).toBe('')
    down.value = true
    await page.clock.runFor(1_000)
    await message.getByText('The store is down').waitFor()
    await page.clock.runFor(60_000)
    expect(await message.textContent()).toContain('The store is down')
  })

  test('fits a phone, and is reached by keyboard', async () => {
    await open(startSandbox(), '/__control/', { width: 360, height: 640 })
    const intentId = await started(gateway)
    await gateway.control.pay({ checkoutIntentId: intentId })
    await rows().nth(3).waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(360)
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox()
      expect(box?.height ?? 44, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44)
    }
    await page.locator('#journal').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await rows().first().locator('dl').waitFor({ state: 'visible' })
  })
})

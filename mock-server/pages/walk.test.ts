import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readArguments } from '../cli/arguments.ts'
import { startMock, type RunningMock } from '../cli/start.ts'
import { launchBrowser } from '../console/browser.fixture.ts'
import { watch, type Watch } from './privacy.fixture.ts'

const email = 'walk.buyer@person.example'
const phone = { width: 390, height: 844 }
let browser: Browser
let mock: RunningMock
let page: Page
let watched: Watch

beforeAll(async () => {
  browser = await launchBrowser()
  mock = await startMock(readArguments(['--port', '0'], {}, () => undefined))
})

afterAll(async () => {
  await browser.close()
  await mock.close()
})

beforeEach(async () => {
  const context = await browser.newContext({ viewport: phone })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const { checkout } = mock.contract.routes
  watched = watch(page, mock.origin, `${checkout}/redirect/`, [email])
})

afterEach(async () => {
  expect(await watched.faults()).toEqual([])
  await page.context().close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const field = () => page.getByRole('textbox', { name: 'Confirmation' })
const way = () => page.getByRole('link', { name: 'See what is next' })
const price = (cents: number) =>
  `${(cents / 100).toFixed(2)} ${mock.contract.primaryOffer.currency.toUpperCase()}`

/** From the preview to the pay page, with every bump. */
async function startHere(): Promise<void> {
  const { allowedBumps, primaryOffer, routes, texts } = mock.contract
  await page.goto(mock.origin + routes.preview)
  const start = button('Start the sandbox checkout')
  expect(await start.isDisabled()).toBe(true)
  for (const bump of allowedBumps) await page.getByRole('checkbox', { name: bump.title }).check()
  const sum = [primaryOffer, ...allowedBumps].reduce((total, offer) => total + offer.unitAmountCents, 0)
  expect(await page.locator('[data-role=total]').textContent()).toBe(price(sum))
  await field().fill(texts.checkout.toLowerCase())
  expect(await start.isDisabled()).toBe(true)
  await field().fill('')
  await field().pressSequentially(texts.checkout)
  await start.click()
  await page.waitForURL(`${mock.stripeBase}/**`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain((sum / 100).toFixed(2))
}

const atShop = (route: string) =>
  page.waitForURL((url) => url.origin === mock.origin && url.pathname === route)

async function payWith(card: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Card number').fill(card)
  await button(/^Pay .*\d$/).click()
}

describe('with npm run mock and a browser alone', () => {
  test('one walks from the preview over declined cards and 3-D Secure to a recorded decision', async () => {
    const { contract } = mock
    await startHere()
    await payWith('4000 0000 0000 0002')
    await page.getByRole('alert').filter({ hasText: 'declined' }).waitFor()
    await payWith('4000 0000 0000 9995')
    await page.getByRole('alert').filter({ hasText: 'insufficient funds' }).waitFor()
    await payWith('4000 0025 0000 3155')
    await button('Complete').click()
    await atShop(contract.routes.success)
    await way().waitFor()
    expect(new URL(page.url()).searchParams.has('session_id')).toBe(false)
    expect(await page.getByRole('status').textContent()).toBe('Paid and confirmed.')
    expect(await watched.faults()).toEqual([])

    await way().click()
    const [decision] = contract.decisions
    const offer = contract.offers.find(({ id }) => id === decision?.presentedOfferId)
    const section = page.getByRole('region', { name: offer?.title ?? '' })
    const press = section.getByRole('button').first()
    await press.click()
    await page.getByText('Type the confirmation text first').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('confirmation')
    await field().fill(contract.texts.decision)
    await press.dblclick()
    const recorded = section.getByText(/^Recorded: .*Nothing was charged\.$/)
    await recorded.waitFor()
    expect(await press.isDisabled()).toBe(true)
    const words = await recorded.textContent()
    await page.reload()
    expect(await recorded.textContent()).toBe(words)
    const buttons = await section.getByRole('button').all()
    expect(await Promise.all(buttons.map((each) => each.isDisabled()))).not.toContain(false)
    const read = await (await fetch(mock.origin + contract.routes.sourceData)).text()
    expect(JSON.parse(read)).toHaveProperty(
      'postPurchaseDecisionSummary.aggregateCounts.0',
      expect.objectContaining({ decision_kind: decision?.decisionKind, total_decisions: 1 }),
    )
    expect(mock.twin?.twin.calls.filter(({ mutating }) => mutating)).toHaveLength(1)
  })

  test('a payment that takes its time and fails closes the way that the completed checkout had', async () => {
    await startHere()
    await button('Pay later: it fails').click()
    await atShop(mock.contract.routes.success)
    await mock.twin?.pay?.settled()
    await page.reload()
    await page.getByText('The payment failed. Nothing was paid.').waitFor()
    expect(await way().count()).toBe(0)
  })

  test('a payment that takes its time and succeeds is paid in the end', async () => {
    await startHere()
    await button('Pay later: it succeeds').click()
    await atShop(mock.contract.routes.success)
    await way().waitFor()
    await mock.twin?.pay?.settled()
    await page.reload()
    await page.getByText('Paid and confirmed.').waitFor()
  })

  test('an expired session leads back, the closed intent opens nothing, and another start works', async () => {
    const { routes } = mock.contract
    await startHere()
    const id = intentOf(page.url())
    await button('Let the session expire').click()
    await atShop(routes.cancel)
    await mock.twin?.pay?.settled()
    await page.goto(`${mock.origin}${routes.postPurchase}/${id}`)
    await page.getByText('This checkout is not open for decisions.').waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    await page.goto(mock.origin + routes.cancel)
    await page.getByRole('link', { name: 'Back to the offer' }).click()
    await atShop(routes.preview)
    await startHere()
    await button('Abandon').click()
    await atShop(routes.cancel)
  })
})

test('without script the success page asks again by itself, and then shows the way', async () => {
  const { routes } = mock.contract
  await startHere()
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
  const plain = await context.newPage()
  const id = intentOf(page.url())
  await plain.goto(`${mock.origin}${routes.success}?checkout_intent_id=${id}`)
  expect(await plain.getByRole('link', { name: 'See what is next' }).count()).toBe(0)
  await payWith('4242 4242 4242 4242')
  await plain.getByRole('link', { name: 'See what is next' }).waitFor({ timeout: 15_000 })
  await context.close()
  await atShop(routes.success)
  await way().waitFor()
})

test('the text to be typed is shown with all its blanks', async () => {
  await page.goto(mock.origin + mock.contract.routes.preview)
  const shown: unknown = await page.evaluate(`(() => {
    const wanted = document.querySelector('[data-role=confirmation-text]')
    wanted.textContent = 'Buy  it   now'
    return wanted.innerText
  })()`)
  expect(shown).toBe('Buy  it   now')
})

test('what gets into the markup of a page stays dead under its policy', async () => {
  const { routes } = mock.contract
  const response = await page.goto(mock.origin + routes.preview)
  expect(response?.headers()['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'; connect-src 'self';/,
  )
  const ran: unknown = await page.evaluate(`(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const other = await fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')
    return [window.injected ?? null, other]
  })()`)
  expect(ran).toEqual([null, 'refused'])
  watched = { faults: () => Promise.resolve([]) }
})

test('the watch over DOM, network and storage sees what should not be there', async () => {
  const { checkout, preview } = mock.contract.routes
  const { faults } = watched
  watched = { faults: () => Promise.resolve([]) }
  await page.goto(mock.origin + preview)
  expect(await faults()).toEqual([])
  await page.evaluate(`(async () => {
    document.querySelector('h1').dataset.session = 'cs_test_a1WatchedSession1234'
    sessionStorage.setItem('buyer', 'someone')
    document.cookie = 'seen=1'
    await (await fetch(${JSON.stringify(`${checkout}?email=${email}`)})).text()
  })()`)
  const places = (await faults()).map((each) => each.split(':')[0])
  expect(places.sort()).toEqual(['DOM', 'cookie', 'request', 'storage'])
})

/** The intent behind a pay page, as the twin knows it. */
function intentOf(payUrl: string): string {
  const session = new URL(payUrl).pathname.split('/').at(-1) ?? ''
  const id = mock.twin?.twin.sessions.get(session)?.client_reference_id
  if (typeof id === 'string') return id
  throw new TypeError(`no session of the twin's is behind ${payUrl}`)
}

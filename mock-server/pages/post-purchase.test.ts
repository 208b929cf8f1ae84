import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deriveContract } from '../../contracts/derive.ts'
import { parseSeed } from '../../contracts/load.ts'
import { defaultSeed, readContract } from '../../contracts/seed-file.ts'
import { windowOf } from '../control/sandbox.fixture.ts'
import { launchBrowser } from '../console/browser.fixture.ts'
import { pay, started } from '../testing/story.ts'
import { decisionLabels } from './decision-words.ts'
import { openShop, type Shop } from './page-visit.fixture.ts'

let browser: Browser
let shop: Shop

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

afterEach(() => shop.close())

const offers = () => shop.gateway.contract.stack.postPurchasePath.offers
const section = (at: number, page = shop.page) =>
  page.getByRole('region', { name: offers()[at]?.title ?? '', exact: true })
const yes = (at: number, page?: Page) =>
  section(at, page).getByRole('button', { name: 'Yes, I am interested' })
const no = (at: number, page?: Page) => section(at, page).getByRole('button', { name: 'No, thank you' })
const field = (page = shop.page) => page.getByRole('textbox', { name: 'Confirmation' })

/** The page of a paid intent, with the text typed. */
async function openPaid(script = true): Promise<string> {
  shop = await openShop(browser, { script })
  const id = await started(shop.gateway)
  await pay(shop.gateway, id)
  const path = `${shop.gateway.contract.routes.postPurchase}/${id}`
  await shop.open(path)
  if (script) await field().fill(shop.gateway.contract.texts.decision)
  return path
}

describe('the post-purchase page', () => {
  test('keeps the focus on the button that was pressed, and shuts those of its offer', async () => {
    await openPaid()
    await no(0).focus()
    await shop.page.keyboard.press('Enter')
    await section(0).getByText('Recorded: No, thank you. Nothing was charged.').waitFor()
    expect(await shop.page.evaluate('document.activeElement.textContent')).toBe('No, thank you')
    expect([await yes(0).isDisabled(), await no(0).isDisabled(), await yes(1).isDisabled()]).toEqual([
      true,
      true,
      false,
    ])
    await shop.page.keyboard.press('Enter')
    await yes(1).click()
    await section(1).getByText('Recorded: Yes').waitFor()
    expect(await section(0).getByRole('status').textContent()).toContain('No, thank you')
  })

  test('tells a second tab that a decision was already recorded', async () => {
    const path = await openPaid()
    const other = await shop.page.context().newPage()
    await other.goto(new URL(path, shop.page.url()).href)
    await field(other).fill(shop.gateway.contract.texts.decision)
    await yes(0, other).click()
    await section(0, other).getByText('Recorded:').waitFor()
    await no(0).click()
    await shop.page.getByText('A decision on this offer was already recorded').waitFor()
    await section(0).getByText('A decision was recorded before.').waitFor()
    expect([await yes(0).isDisabled(), await no(0).isDisabled(), await no(1).isDisabled()]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('says when its time has passed meanwhile, and shuts all buttons', async () => {
    await openPaid()
    shop.gateway.control.advance({ minutes: windowOf(shop.gateway) })
    await yes(0).click()
    await shop.page.getByText('The time for these offers is over.').waitFor()
    expect([await yes(0).isDisabled(), await no(1).isDisabled()]).toEqual([true, true])
  })

  test('leaves no hole where it has nothing to say', async () => {
    await openPaid()
    expect((await section(1).getByRole('status').boundingBox())?.height).toBe(0)
  })

  test('shows nothing that would do nothing without script', async () => {
    await openPaid(false)
    expect(await shop.page.locator('noscript p').isVisible()).toBe(true)
    expect(await shop.page.getByRole('button').count()).toBe(0)
    expect(await field().count()).toBe(0)
  })

  test('names an unknown checkout as such, and leads to the offer', async () => {
    shop = await openShop(browser)
    await shop.open(`${shop.gateway.contract.routes.postPurchase}/nobody`)
    await shop.page.getByText('There is no such checkout.').waitFor()
    await shop.page.getByRole('link', { name: 'Back to the offer' }).click()
    await shop.page.waitForURL(`**${shop.gateway.contract.routes.preview}`)
  })
})

describe('the preview', () => {
  test('says something only when it changes, and gives no codes to a buyer', async () => {
    shop = await openShop(browser, { gateway: { stripe: {} } })
    const { routes, texts } = shop.gateway.contract
    await shop.open(routes.preview)
    await countChanges(shop.page)
    await field().pressSequentially(texts.checkout)
    await shop.page.getByText('The text matches.').waitFor()
    expect(await changes(shop.page)).toBe(2)
    const start = shop.page.getByRole('button', { name: 'Start' })
    await start.click()
    await shop.page.getByText('Nothing was started: this shop has no payment page set up.').waitFor()
    expect(await shop.page.evaluate('document.activeElement.dataset.role')).toBe('start')
  })

  test('shows nothing that would do nothing without script', async () => {
    shop = await openShop(browser, { script: false })
    await shop.open(shop.gateway.contract.routes.preview)
    expect(await shop.page.getByRole('button').count()).toBe(0)
    expect(await shop.page.locator('noscript p').isVisible()).toBe(true)
  })
})

describe('the words of a decision', () => {
  const labels = (kinds: readonly string[]) => {
    const seed = structuredClone(readContract(defaultSeed).seed)
    const offer = seed.stacks[0]?.postPurchasePath.offers[0]
    if (offer === undefined) throw new TypeError('the seed has no offer')
    const contract = deriveContract(parseSeed(seed))
    const decisions = kinds.map((decisionKind) => ({
      ...{ decisionKind, presentedOfferId: offer.id, billingMutationCreated: false as const },
    }))
    return [...decisionLabels({ ...contract, decisions }, offer).values()]
  }

  test.each([
    [
      ['accept_upsell_follow_up', 'decline_upsell'],
      ['Yes, I am interested', 'No, thank you'],
    ],
    [
      ['ja.mentorat', 'nein.mentorat'],
      ['Yes, I am interested', 'No, thank you'],
    ],
    [
      ['later_upsell', 'not_now'],
      ['Later', 'Not now'],
    ],
    [
      ['accept_now', 'accept_later'],
      ['Accept now', 'Accept later'],
    ],
    [['upsell'], ['Upsell']],
  ])('come from its kind: %j', (kinds, words) => {
    expect(labels(kinds)).toEqual(words)
  })
})

/** Counts how often a live region of the page is written from now on. */
async function countChanges(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.changes = 0
    const watch = new MutationObserver((all) => { window.changes += all.filter(({ addedNodes }) => addedNodes.length > 0).length })
    for (const place of document.querySelectorAll('[role=status]')) watch.observe(place, { childList: true })
  })()`)
}

const changes = (page: Page): Promise<number> => page.evaluate<number>('window.changes')

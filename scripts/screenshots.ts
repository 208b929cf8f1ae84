import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { readArguments } from '../mock-server/cli/arguments.ts'
import { startMock } from '../mock-server/cli/start.ts'
import { launchBrowser } from '../mock-server/console/browser.fixture.ts'
import { controlPrefix } from '../mock-server/control/http.ts'

/** Takes `docs/screenshots/*.png` anew: each page at a phone's size on one walk, and the console at a desk's. */
const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
const mostBytes = 100_000

mkdirSync(folder, { recursive: true })
const mock = await startMock(readArguments(['--port', '0', '--control'], {}, () => undefined))
const browser = await launchBrowser()
try {
  const { contract } = mock
  const { allowedBumps, routes, texts } = contract
  const phone = await browser.newPage({ viewport: { width: 390, height: 760 }, reducedMotion: 'reduce' })

  await phone.goto(mock.origin + routes.preview)
  for (const { title } of allowedBumps) await phone.getByRole('checkbox', { name: title }).check()
  const confirmation = phone.getByRole('textbox', { name: 'Confirmation' })
  await confirmation.fill(texts.checkout)
  await take(phone, 'preview')
  await phone.getByRole('button', { name: 'Start the sandbox checkout' }).click()
  await phone.waitForURL(`${mock.stripeBase}/**`)
  await take(phone, 'pay')
  const card = phone.getByLabel('Card number')
  await card.fill('4000 0025 0000 3155')
  await phone.getByRole('button', { name: /^Pay .*\d$/ }).click()
  await phone.getByRole('button', { name: 'Complete' }).waitFor()
  await take(phone, 'pay-3d-secure')
  await phone.getByRole('button', { name: 'Complete' }).click()
  const way = phone.getByRole('link', { name: 'See what is next' })
  await way.waitFor()
  await take(phone, 'success')
  await way.click()
  await confirmation.fill(texts.decision)
  await phone.locator('[data-role=decision]').first().click()
  await phone.getByText(/^Recorded: /).waitFor()
  await take(phone, 'post-purchase')
  await phone.goto(mock.origin + routes.cancel)
  await take(phone, 'cancel')
  await phone.emulateMedia({ colorScheme: 'dark' })
  await phone.goto(mock.origin + routes.preview)
  await take(phone, 'preview-dark')

  const desk = await browser.newPage({ viewport: { width: 1080, height: 700 }, reducedMotion: 'reduce' })
  await desk.goto(`${mock.origin}${controlPrefix}/`)
  await desk.locator('#intents > li').first().waitFor()
  await take(desk, 'console', false)
} finally {
  await browser.close()
  await mock.close()
}

async function take(page: Page, name: string, fullPage = true): Promise<void> {
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage, scale: 'css', animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  if (size > mostBytes) throw new RangeError(`${name}.png has ${size} bytes, more than ${mostBytes}`)
  process.stdout.write(`${name}.png  ${Math.ceil(size / 1000)} kB\n`)
}

import type { Visit } from '../../drive/browser.ts'
import type { Driver } from '../../drive/driver.ts'
import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'
import { isField, usableButtons } from './start-panel.ts'

export const pagesStartPress: Scenario = {
  id: 'pages/start-press',
  profile: 'sandbox',
  browser: true,
  title: 'the start button of the preview page pressed in a browser, with no bump ticked and with one',
  drive: async (driver) => {
    for (const variant of driver.contract.buyableBumps.length > 0 ? ['as-it-is', 'ticked'] : []) {
      await visiting(driver, driver.contract.routes.preview, async (visit) => {
        await visit.tab.until(5_000, async () =>
          (await visit.tab.controls()).some(isField) ? true : undefined,
        )
        const ticked = variant === 'ticked' ? await tickBump(driver, visit) : null
        await pressStart(driver, visit)
        // Where the start leads after that, over the redirect to Stripe, is the buyer's way and no call of the page's.
        const seen = { ...visit, requests: visit.requests.filter(({ method }) => method === 'POST') }
        await noteView(driver, seen, { operation: 'page.preview', step: 'start-press', variant }, { ticked })
      })
    }
  },
}

/** Ticks the first box that names a bump. Gives the bump's price; null where there is no such box. */
async function tickBump({ contract }: Driver, { tab }: Visit): Promise<string | null> {
  for (const { index, kind, text, visible, enabled } of await tab.controls()) {
    const bump = contract.buyableBumps.find(
      ({ priceId, title }) => text.includes(priceId) || text.includes(title),
    )
    if (kind !== 'box' || !visible || !enabled || bump === undefined) continue
    return (await tab.press(index)) ? bump.priceId : null
  }
  return null
}

/** Presses the button that the exact text let go. */
async function pressStart({ contract }: Driver, { tab, requests }: Visit): Promise<void> {
  await tab.fill('')
  const before = await usableButtons(tab)
  await tab.fill(contract.texts.checkout)
  const start = (await usableButtons(tab)).find((index) => !before.includes(index))
  if (start === undefined || !(await tab.press(start))) return
  await tab.until(3_000, async () => (requests.some(({ method }) => method === 'POST') ? true : undefined))
}

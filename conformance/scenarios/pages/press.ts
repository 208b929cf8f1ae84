import type { Visit } from '../../drive/browser.ts'
import type { Driver } from '../../drive/driver.ts'
import { givenPaid, givenStarted } from '../../drive/given.ts'
import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'
import { postPurchasePath } from './visit.ts'

/** So many buttons of a page are tried at most. */
const mostButtons = 8
/** Milliseconds in which the request of a second press would leave. */
const settling = 500

export const pagesPress: Scenario = {
  id: 'pages/press',
  profile: 'sandbox',
  browser: true,
  title:
    'the post-purchase page in a browser: its buttons pressed for an open intent, and twice for a paid one',
  drive: async (driver) => {
    const open = await givenStarted(driver)
    await visiting(driver, postPurchasePath(driver, open.intentId), (visit) => press(driver, visit, 'open'))
    const paid = await givenPaid(driver)
    await visiting(driver, postPurchasePath(driver, paid.intentId), (visit) => press(driver, visit, 'paid'))
  },
}

/** Presses one button after the other, each twice in quick succession, until one asks for a decision. */
async function press(driver: Driver, visit: Visit, variant: string): Promise<void> {
  const { tab, requests, answers } = visit
  const { decisions } = driver.contract.routes
  const asked = () =>
    requests.filter(({ method, url }) => method === 'POST' && pathOf(url).endsWith(decisions))
  await tab.until(variant === 'paid' ? 5_000 : 1_500, async () =>
    (await buttons()).length > 0 ? true : undefined,
  )
  await tab.fill(driver.contract.texts.decision)
  let pressed = 0
  for (const { index } of (await buttons()).slice(0, mostButtons)) {
    if (await tab.press(index, true)) pressed += 1
    await tab.until(700, async () => (asked().length > 0 ? true : undefined))
    if (asked().length > 0) break
  }
  const answered = () =>
    answers.filter(({ method, url }) => method === 'POST' && pathOf(url).endsWith(decisions))
  // The second press of two has its request a moment after the first.
  await tab.until(settling, async () => (asked().length > 1 ? true : undefined))
  await tab.until(3_000, async () => (answered().length >= asked().length ? true : undefined))
  const recorded = answered().flatMap(({ status, json }) => (status < 300 ? decisionIds(json) : []))
  await noteView(
    driver,
    visit,
    { operation: 'page.post-purchase', step: 'press', variant },
    { pressed, asked: asked().length, decisions: [...new Set(recorded)] },
  )

  async function buttons() {
    return (await tab.controls()).filter(
      ({ kind, visible, enabled }) => kind === 'button' && visible && enabled,
    )
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : ''
}

function decisionIds(json: unknown): string[] {
  if (typeof json !== 'object' || json === null || !('decision' in json)) return []
  const { decision } = json
  const id =
    typeof decision === 'object' && decision !== null && 'decisionId' in decision ? decision.decisionId : null
  return typeof id === 'string' ? [id] : []
}

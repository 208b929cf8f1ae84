import type { PageRequest, Visit } from '../../drive/browser.ts'
import type { Driver } from '../../drive/driver.ts'
import { givenPaid, givenStarted } from '../../drive/given.ts'
import { countsOf } from '../../judge/summary.ts'
import { holdsWord } from '../../judge/whole-word.ts'
import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'
import { postPurchasePath } from './visit.ts'

/** So many buttons of a page are tried at most. */
const mostButtons = 8
/** Milliseconds in which the request of a second press would leave. */
const settling = 500
/** How often the presses are made where the counts alone tell what they did: others may record meanwhile. */
const attempts = 3

export const pagesPress: Scenario = {
  id: 'pages/press',
  profile: 'sandbox',
  browser: true,
  title:
    'the post-purchase page in a browser: its buttons pressed for an open intent, the first twice for a paid one, the last for another',
  drive: async (driver) => {
    await pressed(driver, 'open', givenStarted, 0)
    await pressed(driver, 'paid', givenPaid, 1)
    await pressed(driver, 'paid-last', givenPaid, 1)
  },
}

/** Presses on a page of an intent; again with another intent while the counts rise by more than they should. */
async function pressed(
  driver: Driver,
  variant: string,
  given: (driver: Driver) => Promise<{ readonly intentId: string }>,
  most: number,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { intentId } = await given(driver)
    let settled = true
    await visiting(driver, postPurchasePath(driver, intentId), async (visit) => {
      const observed = await press(driver, visit, variant)
      settled = observed.decisions.length > 0 || (observed.recorded ?? 0) <= most || attempt === attempts
      if (!settled) return
      await noteView(driver, visit, { operation: 'page.post-purchase', step: 'press', variant }, observed)
    })
    if (settled) return
  }
}

/**
 * Presses one button after the other, each twice in quick succession, until one asks for a decision: from the first on,
 * or from the last back.
 */
async function press(driver: Driver, { tab, requests, answers }: Visit, variant: string) {
  const before = await decisionsCounted(driver, `${variant}-before`)
  const posts = () => requests.filter((request) => mayAsk(driver, request))
  const asking = () => posts().filter((request) => asks(driver, request))
  const answered = () => answers.filter((answer) => mayAsk(driver, answer))
  await tab.until(variant === 'open' ? 1_500 : 5_000, async () =>
    (await buttons()).length > 0 ? true : undefined,
  )
  let pressed = 0
  let recorded: number | null = null
  let by: number | null = null
  const usable = await buttons()
  const order = variant === 'paid-last' ? [...usable].reverse() : usable
  for (const { index } of order.slice(0, mostButtons)) {
    const earlier = posts().length
    await tab.fill(driver.contract.texts.decision)
    if (await tab.press(index, true)) pressed += 1
    await tab.until(700, async () => (posts().length > earlier ? true : undefined))
    if (posts().length === earlier) continue
    // The second press of two has its request a moment after the first.
    await tab.until(settling, async () => (posts().length > earlier + 1 ? true : undefined))
    await tab.until(3_000, async () => (answered().length >= posts().length ? true : undefined))
    const after = await decisionsCounted(driver, `${variant}-after`)
    recorded = before === null || after === null ? null : after - before
    if (asking().length > 0 || (recorded ?? 0) > 0) {
      by = index
      break
    }
  }
  const decisions = answered().flatMap(({ status, json }) => (status < 300 ? decisionIds(json) : []))
  const asked = (recorded ?? 0) > 0 ? posts() : asking()
  const usableButtons = usable.length
  return { pressed, usableButtons, by, asked: asked.length, decisions: [...new Set(decisions)], recorded }

  async function buttons() {
    return (await tab.controls()).filter(
      ({ kind, visible, enabled }) => kind === 'button' && visible && enabled,
    )
  }
}

/** How many decisions the target counts in all; null where it does not tell. */
async function decisionsCounted(driver: Driver, variant: string): Promise<number | null> {
  const path = driver.contract.routes.sourceData
  const { exchange } = await driver.send({ operation: 'source-data.read', step: 'counts', variant, path })
  return countsOf(exchange)?.reduce((sum, { total }) => sum + total, 0) ?? null
}

/** Whether a request can be one for a decision: to the decisions' route, or to the page's own, as a form sends it. */
function mayAsk({ contract, origin }: Driver, { method, url }: Pick<PageRequest, 'method' | 'url'>): boolean {
  if (method !== 'POST' || !URL.canParse(url)) return false
  const { origin: to, pathname } = new URL(url)
  const { decisions, postPurchase } = contract.routes
  const own = `${origin.pathname.replace(/\/+$/, '')}${postPurchase}`
  return (
    pathname.endsWith(decisions) ||
    (to === origin.origin && (pathname === own || pathname.startsWith(`${own}/`)))
  )
}

/** Whether such a request is one for sure. What a form sends tells by its words; else the counts tell. */
function asks({ contract }: Driver, { url, body }: PageRequest): boolean {
  if (new URL(url).pathname.endsWith(contract.routes.decisions)) return true
  const words = decoded(`${url} ${body ?? ''}`)
  return contract.decisions.some(({ decisionKind }) => holdsWord(words, decisionKind))
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (part) => Buffer.from(part.replaceAll('%', ''), 'hex').toString())
}

function decisionIds(json: unknown): string[] {
  if (typeof json !== 'object' || json === null || !('decision' in json)) return []
  const { decision } = json
  const id =
    typeof decision === 'object' && decision !== null && 'decisionId' in decision ? decision.decisionId : null
  return typeof id === 'string' ? [id] : []
}

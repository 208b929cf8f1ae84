import type { Check, Counterexample } from '../../judge/check.ts'
import { isObject, parseJson, sameJson, show } from '../../judge/look.ts'
import type { Json, PageView } from '../../transcript.ts'

const scenario = 'pages/start-press'
const step = 'start-press'

/** The start that the page sent as JSON to the checkout's route; undefined where it starts in another way. */
function startOf({ requests }: PageView, route: string) {
  const bodies = requests
    .filter(({ method, url }) => method === 'POST' && url.replace(/[?#].*$/, '').endsWith(route))
    .map(({ body }) => parseJson(body ?? ''))
  return bodies.find(isObject)
}

export const pagesStartSendsBumps: Check = {
  id: 'pages/start-sends-bumps',
  requirement: 'PAG-02',
  level: 'SHOULD',
  profile: 'sandbox',
  browser: true,
  title: 'in a browser the start button buys the bumps that were ticked, and none that was not',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const { buyableBumps, routes } = view.contract
    if (buyableBumps.length === 0) return record.notApplicable('the contract has no bump to tick')
    const pages = view.pages({ scenario, step })
    if (pages.length === 0) return record.missing('the preview page in a browser')
    const started = pages.map((page) => ({ page, start: startOf(page, routes.checkout) }))
    if (!started.some(({ start }) => start !== undefined))
      return record.notApplicable('the preview page starts a checkout in its own way')
    const bumpsOf = (variant: string): Json | undefined => {
      const start = started.find(({ page }) => page.variant === variant)?.start
      return start === undefined ? undefined : (start['orderBumpPriceIds'] ?? [])
    }
    const [asItIs, withTicked] = [bumpsOf('as-it-is'), bumpsOf('ticked')]
    for (const { page } of started) {
      const { ticked } = page.observed
      if (page.variant === 'as-it-is' && asItIs !== undefined) {
        record.expect(sameJson(asItIs, []), page, {
          message: 'the start button buys a bump that nobody ticked',
          expected: 'no order bump',
          seen: show(asItIs),
          pointer: '/requests',
        })
      }
      // Where a box is ticked beforehand, the press has emptied it.
      if (typeof ticked !== 'string' || withTicked === undefined || !sameJson(asItIs, [])) continue
      record.expect(Array.isArray(withTicked) && withTicked.includes(ticked), page, {
        message: 'the start button drops a bump that was ticked',
        expected: show([ticked]),
        seen: show(withTicked),
        pointer: '/requests',
      })
    }
  },
  counterexamples: [
    sending('a bump is ticked beforehand', 'as-it-is', ['a-bump']),
    sending('the ticked bump is dropped', 'ticked', []),
  ],
}

function sending(name: string, variant: string, orderBumpPriceIds: Json): Counterexample {
  return {
    name,
    edit: (editor) =>
      editor.page({ scenario, step, variant }, (page) => ({
        ...page,
        requests: page.requests.map((request) => {
          const body = request.method === 'POST' ? parseJson(request.body ?? '') : undefined
          return isObject(body)
            ? { ...request, body: JSON.stringify({ ...body, orderBumpPriceIds }) }
            : request
        }),
      })),
  }
}

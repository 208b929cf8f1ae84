import type { Check } from '../../judge/check.ts'
import { memberOf, responseHeader, startedIntent } from '../../judge/look.ts'
import { isSessionCreate, referenceOf } from '../../judge/witnessed.ts'
import type { View } from '../../judge/view.ts'
import { replaceMarkers } from '../../markers.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'confirmation/redirects'
/** Read when the session ids were known already, so that all of them are sealed alike. */
const step = 'own-redirect'

export const ownRedirects: Check = {
  id: 'confirmation/own-redirects',
  requirement: 'CNF-12',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'of two intents that are open at once, each redirect leads to its own session',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    const begun = view.exchanges({ scenario, step: 'start' }).slice(0, 2)
    if (begun.some((x) => startedIntent(x) !== undefined && memberOf(x, 'status') === 'preview'))
      return record.notApplicable('a test environment starts without a Stripe session to lead to')
    const [first] = view.exchanges({ scenario, step, variant: 'before' })
    const [second] = view.exchanges({ scenario, step, variant: 'other' })
    record.each(view.exchanges({ scenario, step: 'redirect', variant: 'open' }), 'the redirect', (x) => {
      const [before, now, other] = [first, x, second].map(leadsTo)
      if (before === undefined || now === undefined || other === undefined)
        return record.missing('the redirects of two open intents')
      // A stand-in for Stripe may give every session one URL: then only a redirect that moves shows, or what our twin saw.
      const mixedUp = now === other && (before !== other || haveSessions(view, begun))
      record.expect(!mixedUp, x, {
        message: 'the redirect of one intent leads to the session of another',
        expected: "the URL of the intent's own session",
        seen: 'the URL of the session that was created for a later intent',
        pointer: '/response/headers',
      })
    })
  },
  counterexamples: [
    {
      name: 'every redirect leads to the newest session',
      edit: (editor) => {
        let newest = ''
        editor.exchange({ scenario, step, variant: 'other' }, (x) => {
          newest = responseHeader(x, 'location') ?? ''
          return x
        })
        editor.respond({ scenario, step: 'redirect', variant: 'open' }, { headers: [['location', newest]] })
      },
    },
  ],
}

/** Where a redirect leads, however a secret in it was recognised; the fragment is the browser's. */
function leadsTo(x: Exchange | undefined): string | undefined {
  const location = x && responseHeader(x, 'location')
  return location === undefined
    ? undefined
    : replaceMarkers(location, ({ digest }) => digest).replace(/#.*$/, '')
}

/** Whether our twin, which gives every session a URL of its own, has made one for each of these starts. */
function haveSessions(view: View, starts: readonly Exchange[]): boolean {
  const made = view.calls.filter((call) => isSessionCreate(call) && call.status < 300)
  return starts.every((x) => made.some((call) => referenceOf(call) === startedIntent(x)))
}

import type { Check } from '../../judge/check.ts'
import { markersIn } from '../../markers.ts'
import { textsOf } from '../../judge/look.ts'

const scenario = 'redaction/surfaces'

export const successPageSession: Check = {
  id: 'redaction/success-page-session',
  requirement: 'RED-11',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the success page never repeats the session_id of its query',
  scenarios: [scenario],
  needs: ['start', 'pages'],
  judge: (view, record) => {
    const visits = view
      .exchanges({ scenario })
      .filter(({ operation }) => operation === 'page.success' || operation === 'page.cancel')
    record.each(visits, 'the success page with a session_id', (x) => {
      const sent = new Set(
        markersIn(sessionIn(x.request.path)).flatMap(({ id, kind }) =>
          kind.startsWith('stripe') ? [id] : [],
        ),
      )
      const repeated = textsOf(x).find(({ text }) => markersIn(text).some(({ id }) => sent.has(id)))
      record.expect(repeated === undefined, x, {
        message: 'the page that Stripe sends the buyer to repeats the session_id',
        expected: "no trace of the query's session_id",
        seen: 'the id of the session',
        pointer: repeated?.pointer ?? '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the page links to itself with the query that it got',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'page-paid', operation: 'page.success' }, (x) => {
          const [marker = ''] = sessionIn(x.request.path).match(/⟦stripe[^⟧]*⟧/) ?? []
          const body = `${x.response?.body ?? ''}<a href="?session_id=${marker}">again</a>`
          return x.response === null ? x : { ...x, response: { ...x.response, body } }
        }),
    },
  ],
}

/** The session in a query alone: the intent's own id beside it may well be repeated, whatever it looks like. */
function sessionIn(path: string): string {
  return /[?&]session_id=([^&]*)/.exec(path)?.[1] ?? ''
}

import type { Check } from '../../judge/check.ts'
import { isSuccess, member, memberOf, parseJson, show } from '../../judge/look.ts'
import { rowsOf } from '../../judge/summary.ts'
import { judgeRetried } from '../../judge/retried.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'non-billing/unknown-kinds'

export const unknownKindsRefused: Check = {
  id: 'non-billing/unknown-kinds',
  requirement: 'NBL-10',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision kind that is not on the seeded list is refused and records nothing',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const refused = view.exchanges({ scenario, step: 'unknown' })
    record.each(refused, 'a decision of an unknown kind', (x) => {
      record.expect(isRefusal(x), x, {
        message: `a decision kind that is not on the seeded list (${x.variant ?? ''}) was not refused`,
        expected: 'a 4xx with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
    judgeRetried(record, view.exchanges({ scenario, step: 'known' }), refused.slice(0, 1))
    const sent = refused.map((x) => kindAsked(x.request.body ?? ''))
    for (const x of view.exchanges({ scenario, step: 'counts' }).filter(isSuccess)) {
      const rows = memberOf(x, 'postPurchaseDecisionSummary', 'aggregateCounts')
      for (const [i, row] of rowsOf(rows).entries()) {
        const kind = member(row, 'decision_kind')
        record.expect(!sent.some((one) => one !== '' && one === kind), x, {
          message: 'a decision kind that was refused is counted',
          expected: 'seeded kinds alone',
          seen: show(kind),
          pointer: `/response/body/postPurchaseDecisionSummary/aggregateCounts/${i}/decision_kind`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'an inherited name is taken for a kind',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unknown', variant: 'constructor' },
          { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"made-up"}}' },
        ),
    },
    {
      name: 'a refused kind was recorded',
      edit: (editor) => editor.json({ scenario, step: 'known' }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'a refused kind is counted',
      edit: (editor) =>
        editor.json({ scenario, step: 'counts' }, (body) => {
          const rows = [{ decision_kind: 'charge_upsell_now', total_decisions: 1 }]
          body['postPurchaseDecisionSummary'] = { aggregateCounts: rows }
        }),
    },
  ],
}

function kindAsked(body: string): string {
  const kind = member(parseJson(body), 'decisionKind')
  return typeof kind === 'string' ? kind : ''
}

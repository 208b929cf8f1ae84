import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'ledger/refused'
const recorded =
  '{"ok":true,"status":"review_only_commission_recorded","commissionLedger":{"commissionLedgerId":"l-1"}}'

export const ledgerUnfoundedRefused: Check = {
  id: 'ledger/unfounded-refused',
  requirement: 'LED-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an intent without a click, and one that nobody knows, gets no evidence',
  scenarios: [scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    for (const [step, what] of [
      ['unattributed', 'evidence for an intent without a click'],
      ['unknown', 'evidence for an intent that nobody knows'],
    ] as const) {
      record.each(view.exchanges({ scenario, step }), what, (x) => {
        record.expect(statusOf(x) === 400 && errorCode(x) !== undefined, x, {
          message: `${what} was not refused`,
          expected: '400 with a code',
          seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
          pointer: '/response/status',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'an intent without a click gets an entry',
      edit: (editor) => editor.respond({ scenario, step: 'unattributed' }, { status: 200, body: recorded }),
    },
    {
      name: 'an unknown intent gets an entry',
      edit: (editor) => editor.respond({ scenario, step: 'unknown' }, { status: 200, body: recorded }),
    },
  ],
}

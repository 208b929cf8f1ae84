import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'
import { isServerError } from './declared.ts'

const scenario = 'robustness/wrong-types'

/** Members that decide what is asked for. What is merely noted (a client's name, an address) may be ignored. */
const decisive: { readonly [operation: string]: readonly string[] } = {
  'checkout.start': ['priceId', 'orderBumpPriceIds', 'referralClickId'],
  'decision.record': ['checkoutIntentId', 'decisionKind', 'idempotencyKey', 'expectedCheckoutUpdatedAt'],
  'click.record': ['referralLinkId', 'destinationRoute', 'idempotencyKey'],
  'ledger.record': ['checkoutIntentId', 'idempotencyKey'],
}

function recorded(x: Exchange): boolean {
  const ids = [
    startedIntent(x),
    memberOf(x, 'decision', 'decisionId'),
    memberOf(x, 'referralClickId'),
    memberOf(x, 'commissionLedger', 'commissionLedgerId'),
  ]
  return isSuccess(x) && ids.some((id) => id !== undefined)
}

export const robustnessWrongTypesRecordNothing: Check = {
  id: 'robustness/wrong-types-record-nothing',
  requirement: 'ROB-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a member of a wrong type is no server error, and records nothing that was not validly asked for',
  scenarios: [scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => {
    const all = view.exchanges({ scenario, step: 'wrong-type' })
    if (!all.some((x) => errorCode(x) !== undefined)) record.missing('a refusal in the words of the contract')
    record.each(all, 'a member of a wrong type', (x) => {
      record.expect(!isServerError(x), x, {
        message: `a wrong type in ${x.operation} (${x.variant ?? ''}) is a server error`,
        expected: 'a refusal',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
      const member = x.about['member']
      if (typeof member !== 'string' || decisive[x.operation]?.includes(member) !== true) return
      record.expect(!recorded(x), x, {
        message: `a write with a wrong type (${x.operation}: ${x.variant ?? ''}) was recorded`,
        expected: 'a refusal: 400 with a code',
        seen: `${statusOf(x)} ${show(memberOf(x, 'status'))}`,
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'a kind in an array is recorded',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'wrong-type', variant: 'decisionKind/array' },
          { status: 200, body: '{"ok":true,"decision":{"decisionId":"d-1"}}' },
        ),
    },
    {
      name: 'a number for a key is a server error',
      edit: (editor) =>
        editor.respond({ scenario, step: 'wrong-type', variant: 'idempotencyKey/number' }, { status: 500 }),
    },
  ],
}

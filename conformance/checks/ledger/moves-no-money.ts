import type { Check } from '../../judge/check.ts'
import { movesMoney } from '../../judge/moves-money.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'
import { callsBetween, isWitnessed, positionBefore } from '../../judge/witnessed.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'ledger/witnessed'

export const ledgerMovesNoMoney: Check = {
  id: 'ledger/moves-no-money',
  requirement: 'LED-02',
  level: 'MUST',
  profile: 'witnessed',
  title: 'evidence, its review and its reversal move no money at Stripe',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'witness'],
  judge: (view, record) => {
    if (withoutReferrals(view, record) || !isWitnessed(view, record)) return
    const writes = view.exchanges({ scenario, step: 'write' })
    const drain = view.pauses.find((pause) => pause.scenario === scenario && pause.step === 'drain')
    const [first] = writes
    if (first === undefined || drain === undefined) {
      record.missing('evidence, and the drain window after it')
      return
    }
    record.each(writes, 'evidence or an action on it', (x) => {
      if (writtenId(x) === undefined) record.missing(`evidence or an action on it: ${outcomeOf(x)}`)
      else record.saw()
    })
    for (const call of callsBetween(view, positionBefore(view, first.n), drain.n)) {
      record.expect(!movesMoney(call), call, {
        message: `evidence or an action on it moved money at Stripe: ${call.operation ?? 'an unknown operation'}`,
        expected: 'review-only evidence: no such call',
        seen: `${call.method} ${call.path}`,
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'the partner is paid at once',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'write', variant: 'entry' },
          { operation: 'transfers.create', path: '/v1/transfers' },
        ),
    },
    {
      name: 'the replay of the evidence pays out',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'write', variant: 'entry-again' },
          { operation: 'payouts.create', path: '/v1/payouts' },
        ),
    },
  ],
}

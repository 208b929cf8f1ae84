import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'ledger/entry'

export const ledgerEntryRecorded: Check = {
  id: 'ledger/entry-recorded',
  requirement: 'LED-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'evidence for an attributed, paid intent is recorded, and one intent has one entry',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(
      view.exchanges({ scenario, step: 'record' }),
      'the evidence for an attributed intent',
      (x) => {
        const id = memberOf(x, 'commissionLedger', 'commissionLedgerId')
        const held =
          isSuccess(x) &&
          memberOf(x, 'status') === 'review_only_commission_recorded' &&
          typeof id === 'string' &&
          memberOf(x, 'commissionLedger', 'checkoutIntentId') === x.about['checkoutIntentId']
        record.expect(held, x, {
          message: 'evidence for an attributed, paid intent was not recorded for this intent',
          expected: '200 review_only_commission_recorded with the commissionLedger of the intent',
          seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
          pointer: '/response/body',
        })
      },
    )
    const first = view.exchanges({ scenario, step: 'record' })[0]
    const id = first && memberOf(first, 'commissionLedger', 'commissionLedgerId')
    record.each(view.exchanges({ scenario, step: 'second-entry' }), 'a second entry for one intent', (x) => {
      record.expect(statusOf(x) === 409 && errorCode(x) !== undefined, x, {
        message: 'an intent that has an entry took another',
        expected: '409 commission_ledger_checkout_conflict',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
    record.each(view.exchanges({ scenario, step: 'replay' }), 'the replay of the first entry', (x) => {
      const again = memberOf(x, 'commissionLedger', 'commissionLedgerId')
      record.expect(isSuccess(x) && again === id, x, {
        message: 'after a refused second entry the first one does not replay',
        expected: show(id),
        seen: `${statusOf(x)} ${show(again ?? errorCode(x))}`,
        pointer: '/response/body/commissionLedger/commissionLedgerId',
      })
    })
  },
  counterexamples: [
    {
      name: 'the evidence is refused',
      edit: (editor) =>
        editor.respond({ scenario, step: 'record' }, { status: 400, body: '{"ok":false,"code":"no"}' }),
    },
    {
      name: 'a second entry is recorded',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'second-entry' },
          { status: 200, body: '{"ok":true,"duplicate":false}' },
        ),
    },
    {
      name: 'the second entry replaced the first',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay' }, (body) => {
          body['commissionLedger'] = { commissionLedgerId: 'another' }
        }),
    },
  ],
}

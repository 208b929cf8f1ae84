import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'eligibility/open-intent'

export const startedIsClosed: Check = {
  id: 'eligibility/started-is-closed',
  requirement: 'ELG-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a started, unpaid intent is not eligible and takes no decision',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'read' }), 'the read of a started intent', (x) => {
      const eligible = memberOf(x, 'checkout', 'eligible')
      record.expect(eligible === false, x, {
        message: 'a started intent that nobody paid reads as eligible',
        expected: 'checkout.eligible: false',
        seen: show(eligible),
        pointer: '/response/body/checkout/eligible',
      })
    })
    record.each(view.exchanges({ scenario, step: 'decide' }), 'the decision on a started intent', (x) => {
      record.expect(statusOf(x) === 409 && errorCode(x) === 'post_purchase_checkout_not_eligible', x, {
        message: 'a decision on an intent that nobody paid was not refused as not eligible',
        expected: '409 post_purchase_checkout_not_eligible',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'the read says eligible',
      edit: (editor) =>
        editor.json({ scenario, step: 'read' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), eligible: true }
        }),
    },
    {
      name: 'the decision is recorded',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'decide' },
          {
            status: 200,
            body: '{"ok":true,"status":"post_purchase_decision_recorded","decision":{"decisionId":"d-1"}}',
          },
        ),
    },
  ],
}

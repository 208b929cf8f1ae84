import type { Check } from '../../judge/check.ts'
import { errorCode, isPreview, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/near-misses'
/** Driven from the profile sandbox. */
const later = 'confirmation/once-confirmed'
const step = 'no-text'

export const noText: Check = {
  id: 'confirmation/no-text',
  requirement: 'CNF-01',
  level: 'MUST',
  profile: 'public',
  title: 'a start without the confirmation text starts nothing',
  scenarios: [scenario, later],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const starts = [...view.exchanges({ scenario, step }), ...view.exchanges({ scenario: later, step })]
    record.each(starts, 'a start without a text', (x) => {
      const redirect = memberOf(x, 'redirect')
      const mayRefuse = x.variant === 'null' || x.about['kind'] === 'elsewhere'
      const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
      record.expect(isPreview(x) || (mayRefuse && refused), x, {
        message: `a start without a confirmation text (${x.variant ?? ''}) was not answered with the preview`,
        expected: '200, status "preview", no checkoutIntentId',
        seen:
          startedIntent(x) === undefined
            ? `status ${statusOf(x)}, ${show(memberOf(x, 'status'))}`
            : 'a started checkout',
        pointer: '/response/body',
      })
      record.expect(redirect === undefined || redirect === null, x, {
        message: `a start without a confirmation text (${x.variant ?? ''}) leads on to the payment`,
        expected: 'no redirect',
        seen: show(redirect),
        pointer: '/response/body/redirect',
      })
    })
  },
  counterexamples: [
    {
      name: 'no text starts a checkout',
      edit: (editor) =>
        editor.json({ scenario, step, variant: 'absent' }, (body) => {
          body['status'] = 'stripe_session_created'
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the preview leads on to the payment',
      edit: (editor) =>
        editor.json({ scenario, step, variant: 'nothing' }, (body) => {
          body['redirect'] = { type: 'hosted_checkout', url: '/made-up' }
        }),
    },
    {
      name: 'no text starts a checkout that has no key',
      edit: (editor) =>
        editor.json({ scenario, step, variant: 'without-key' }, (body) => {
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'a blank text is refused without a word',
      edit: (editor) => editor.respond({ scenario, step, variant: 'blank' }, { status: 404, body: '' }),
    },
  ],
}

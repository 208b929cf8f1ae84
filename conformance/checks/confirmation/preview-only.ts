import type { Check } from '../../judge/check.ts'
import { isPreview, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/preview-only'
/** Driven from the profile sandbox. */
const later = 'confirmation/once-confirmed'
const step = 'preview-only'

export const previewOnly: Check = {
  id: 'confirmation/preview-only',
  requirement: 'CNF-06',
  level: 'MUST',
  profile: 'public',
  title: 'previewOnly starts nothing, whatever the text',
  scenarios: [scenario, later],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const starts = [...view.exchanges({ scenario, step }), ...view.exchanges({ scenario: later, step })]
    record.each(starts, 'a start that asks for a preview', (x) => {
      const redirect = memberOf(x, 'redirect')
      record.expect(isPreview(x) && (redirect === undefined || redirect === null), x, {
        message: `previewOnly did not keep the start from happening (${x.variant ?? ''})`,
        expected: '200, status "preview", no checkoutIntentId and no redirect',
        seen:
          startedIntent(x) === undefined
            ? `status ${statusOf(x)}, ${show(memberOf(x, 'code') ?? memberOf(x, 'status'))}`
            : 'a started checkout',
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the right text starts a checkout',
      edit: (editor) =>
        editor.json({ scenario, variant: 'right-text' }, (body) => {
          body['status'] = 'stripe_session_created'
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the right text starts a checkout at the second time',
      edit: (editor) =>
        editor.json({ scenario, variant: 'right-text-again' }, (body) => {
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the preview names an intent',
      edit: (editor) =>
        editor.json({ scenario, variant: 'right-text-with-price' }, (body) => {
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the preview leads on to the payment',
      edit: (editor) =>
        editor.json({ scenario, variant: 'no-text' }, (body) => {
          body['redirect'] = { type: 'hosted_checkout', url: '/made-up' }
        }),
    },
  ],
}

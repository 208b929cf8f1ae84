import type { Check } from '../../judge/check.ts'
import { errorCode, isPreview, isTooLong, jsonOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/near-misses'
/** Driven from the profile sandbox. */
const later = 'confirmation/once-confirmed'
const step = 'near-miss'

export const confirmationNearMisses: Check = {
  id: 'confirmation/near-misses',
  requirement: 'CNF-02',
  level: 'MUST',
  profile: 'public',
  title: 'no almost right text, and no text in another place, starts a checkout',
  scenarios: [scenario, later],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const starts = [...view.exchanges({ scenario, step }), ...view.exchanges({ scenario: later, step })]
    record.each(starts, 'a near miss', (x) => {
      // A text is answered with the preview; a wrong type or an unknown member may also be refused (WIRE, where implementations may differ).
      const mayRefuse = x.about['kind'] !== 'text'
      if ((statusOf(x) ?? 0) >= 500) return record.missing(`a near miss was answered with ${statusOf(x)}`)
      const refused = errorCode(x) !== undefined || isTooLong(x)
      record.expect(isPreview(x) || (mayRefuse && refused), x, {
        message: `the confirmation text "${x.variant ?? ''}" was not treated as missing`,
        expected: 'a preview without a checkoutIntentId',
        seen:
          startedIntent(x) === undefined ? `status ${statusOf(x)}, ${show(jsonOf(x))}` : 'a started checkout',
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'a lower-case text starts a checkout',
      edit: (editor) =>
        editor.json({ scenario, step, variant: 'lower-case' }, (body) => {
          body['status'] = 'stripe_session_created'
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the text in an array starts a checkout',
      edit: (editor) => editor.respond({ scenario, step, variant: 'in-array' }, started),
    },
    {
      name: 'the text in the query starts a checkout',
      edit: (editor) => editor.respond({ scenario, step, variant: 'in-query' }, started),
    },
    {
      name: 'a text with a word less starts a checkout',
      edit: (editor) => editor.respond({ scenario, step, variant: 'without-word-2' }, started),
    },
  ],
}

const started = {
  status: 200,
  body: '{"ok":true,"status":"preview","checkoutIntentId":"checkout-intent-made-up"}',
}

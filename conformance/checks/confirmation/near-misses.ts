import type { Check } from '../../judge/check.ts'
import { errorCode, isPreview, jsonOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/near-misses'

export const confirmationNearMisses: Check = {
  id: 'confirmation/near-misses',
  requirement: 'CNF-02',
  level: 'MUST',
  profile: 'public',
  title: 'no almost right text starts a checkout',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const among = view.exchanges({ scenario, step: 'near-miss' }).filter(({ variant }) => !isAbsence(variant))
    record.each(among, 'a near miss', (x) => {
      // A string is answered with the preview; a wrong type may also be refused (WIRE, where implementations may differ).
      const held =
        isPreview(x) || (isWrongType(x.variant) && errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500)
      record.expect(held, x, {
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
        editor.json({ scenario, step: 'near-miss', variant: 'lower-case' }, (body) => {
          body['status'] = 'stripe_session_created'
          body['checkoutIntentId'] = 'checkout-intent-made-up'
        }),
    },
    {
      name: 'the text in an array starts a checkout',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'near-miss', variant: 'in-array' },
          {
            status: 200,
            body: '{"ok":true,"status":"preview","checkoutIntentId":"checkout-intent-made-up"}',
          },
        ),
    },
  ],
}

/** No text at all is CNF-01's. */
function isAbsence(variant: string | undefined): boolean {
  return variant === 'absent' || variant === 'empty' || variant === 'null'
}

function isWrongType(variant: string | undefined): boolean {
  return ['true', 'one', 'in-array', 'in-object', 'with-to-string'].includes(variant ?? '')
}

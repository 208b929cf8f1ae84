import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, jsonOf, show, statusOf } from '../../judge/look.ts'
import { isReceived } from '../../judge/state.ts'

const scenario = 'webhook/unsigned'
const noSecret = 'webhook_secret_not_configured'

export const unsignedIsRefused: Check = {
  id: 'webhook/unsigned-is-refused',
  requirement: 'WHK-01',
  level: 'MUST',
  profile: 'public',
  title: 'an event without a signature, or signed by a stranger, is answered with 400',
  scenarios: [scenario],
  needs: [],
  judge: (view, record) => {
    // A target that took any event has a secret, so 503 would not be the truth.
    const hasSecret = view.exchanges({ operation: 'webhook.deliver' }).some(isReceived)
    record.each(view.exchanges({ scenario, step: 'unsigned' }), 'an event without a good signature', (x) => {
      const code = errorCode(x)
      const refused = statusOf(x) === 400 && code !== undefined
      const closed = statusOf(x) === 503 && code === noSecret && !hasSecret
      record.expect(refused || closed, x, {
        message:
          x.delivery?.signature === 'none'
            ? `an event without a Stripe-Signature header (${x.variant ?? ''}) was not refused`
            : 'an event that a stranger signed was not refused',
        expected: `400 with {ok: false, code}, or 503 ${noSecret} where there is no secret`,
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
  },
  counterexamples: [
    answersAs('an unsigned event is taken', { scenario, step: 'unsigned', variant: 'no-header' }, 200, {
      ok: true,
      received: true,
    }),
    answersAs(
      'a forged event is acknowledged',
      { scenario, step: 'unsigned', variant: 'foreign-secret' },
      200,
      {
        ok: true,
        received: true,
      },
    ),
    answersAs('an unsigned event is an error of the server', { scenario, step: 'unsigned' }, 500, {
      ok: false,
      code: 'x',
    }),
    {
      name: 'the refusal is a page',
      edit: (editor) =>
        editor.respond({ scenario, step: 'unsigned' }, { body: '<!doctype html><p>Bad Request' }),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/exact'
const step = 'exact'

export const exactText: Check = {
  id: 'confirmation/exact',
  requirement: 'CNF-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the exact text starts the checkout, also under a key that only a preview carried before',
  scenarios: [scenario],
  needs: [],
  judge: (view, record) => {
    const known = new Set<string>()
    const reads = view.exchanges({ operation: 'checkout.read' })
    const unequipped = reads.some((x) => memberOf(x, 'canCreateStripeSession') === false)
    record.each(view.exchanges({ scenario, step }), 'a confirmed start', (x) => {
      const id = startedIntent(x)
      // Without a sandbox secret the preview is right (WIRE 3), and nothing can be started to judge.
      if (unequipped && memberOf(x, 'reason') === 'missing_or_incomplete_sandbox_secret')
        return record.missing('the target has no sandbox secret, and says so: give it one')
      const started = record.expect(statusOf(x) === 200 && id !== undefined, x, {
        message: `the exact confirmation text did not start a checkout (${x.variant ?? ''})`,
        expected: '200 with a checkoutIntentId',
        seen: `status ${statusOf(x)}, ${show(memberOf(x, 'reason') ?? memberOf(x, 'code') ?? memberOf(x, 'status'))}`,
        pointer: '/response/body',
      })
      if (!started || id === undefined) return
      const duplicate = memberOf(x, 'duplicate')
      record.expect(duplicate !== true && !known.has(id), x, {
        message: `the first confirmed start under a key was taken for a replay (${x.variant ?? ''})`,
        expected: 'an intent of its own, not a duplicate',
        seen: known.has(id) ? 'the intent of another start' : 'duplicate: true',
        pointer: '/response/body/duplicate',
      })
      known.add(id)
      // A test environment answers with a preview, and has nowhere to lead to.
      if (memberOf(x, 'status') === 'preview') return
      const url = memberOf(x, 'redirect', 'url')
      record.expect(typeof url === 'string' && url.includes('/redirect/'), x, {
        message: `the started checkout leads nowhere (${x.variant ?? ''})`,
        expected: "a redirect to the implementation's own redirect route",
        seen: show(memberOf(x, 'redirect')),
        pointer: '/response/body/redirect',
      })
    })
  },
  counterexamples: [
    {
      name: 'the exact text gives the preview',
      edit: (editor) =>
        editor.respond(
          { scenario, step, variant: 'fresh' },
          { body: '{"ok":true,"status":"preview","reason":"confirmation_text_required"}' },
        ),
    },
    {
      name: 'a key that a preview carried is used up',
      edit: (editor) =>
        editor.json({ scenario, step, variant: 'after-no-text' }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'the exact text is refused',
      edit: (editor) =>
        editor.respond(
          { scenario, step, variant: 'after-preview-only' },
          { status: 409, body: '{"ok":false,"code":"idempotency_conflict"}' },
        ),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { judgeHunt, leaksIn } from '../../judge/leaks.ts'
import { ownIds, ownRequestIds } from '../../judge/own-ids.ts'

const scenario = 'redaction/surfaces'

export const stripeIds: Check = {
  id: 'redaction/stripe-ids',
  requirement: 'RED-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds a Stripe id, planted or shaped like one',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  stands: true,
  judge: (view, record) => {
    const leaks = leaksIn(view)
    const own = ownIds(leaks)
    const ownRequests = ownRequestIds(leaks)
    judgeHunt(view, record, {
      planted: ['stripe-event', 'stripe-payment-intent', 'stripe-customer', 'stripe-charge'],
      counts: ({ marker: { kind, id } }) =>
        kind === 'signature' ||
        kind.startsWith('stripe-') ||
        (kind.startsWith('stripe:') && !own.has(id) && !(kind === 'stripe:req' && ownRequests)),
      message: 'a Stripe id came back',
      expected: "no Stripe id anywhere but in the redirect route's Location",
    })
  },
  counterexamples: [
    {
      name: 'a decision holds the payment intent',
      edit: (editor) => editor.leak({ scenario, step: 'decide' }, 'stripe-payment-intent'),
    },
    {
      name: 'the success page holds the customer in base64',
      edit: (editor) => editor.leak({ scenario, step: 'page-paid' }, 'stripe-customer', 'body', 'base64'),
    },
    {
      name: 'the webhook answers with the id of the event',
      edit: (editor) => editor.leak({ scenario, step: 'event' }, 'stripe-event'),
    },
    {
      name: 'an id that nobody planted is shaped like a charge',
      edit: (editor) =>
        editor.json({ scenario, step: 'read-paid' }, (body) => {
          body['reference'] = '⟦stripe:ch#901:shape:0a1b2c3d⟧'
        }),
    },
    {
      name: 'a start proxies the request id of Stripe',
      edit: (editor) =>
        editor.addHeader({ scenario, step: 'start' }, ['request-id', '⟦stripe:req#902:shape:0a1b2c3d⟧']),
    },
    {
      name: 'bytes beside the message hold a session',
      edit: (editor) =>
        editor.respond({ scenario, step: 'read-paid' }, { wire: ['⟦stripe:cs-test#903:shape:0a1b2c3d⟧'] }),
    },
  ],
}

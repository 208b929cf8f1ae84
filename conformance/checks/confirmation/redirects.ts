import type { Check } from '../../judge/check.ts'
import {
  isObject,
  isSuccess,
  memberOf,
  responseHeader,
  show,
  startedIntent,
  statusOf,
} from '../../judge/look.ts'
import { stripeFailure } from '../../judge/stripe-failures.ts'

const scenario = 'confirmation/redirects'
const openStatus = 'stripe_session_created'

export const redirects: Check = {
  id: 'confirmation/redirects',
  requirement: 'CNF-12',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'the redirect is open while the intent is, and a replay carries the current status and redirect',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'pay'],
  judge: ({ exchanges }, record) => {
    const [begun] = exchanges({ scenario, step: 'start' })
    if (begun !== undefined && startedIntent(begun) !== undefined && memberOf(begun, 'status') === 'preview')
      return record.notApplicable(
        'a test environment that starts without a Stripe session has nothing to lead to',
      )
    const stateOf = (variant: string) => {
      const [read] = exchanges({ scenario, step: 'read', variant })
      return read && memberOf(read, 'checkout', 'status')
    }
    record.each(exchanges({ scenario, step: 'redirect' }), 'the redirect', (x) => {
      const { variant = '' } = x
      const state = stateOf(variant)
      // Whether the events do what they should is judged elsewhere; here only what follows from the state.
      const open = state === openStatus
      if (open !== (variant === 'open')) return record.missing(`no intent came to be ${variant}`)
      const wanted = open ? 303 : 404
      const location = responseHeader(x, 'location')
      const leads = location !== undefined && /^https?:\/\//.test(location)
      record.expect(statusOf(x) === wanted && leads === open, x, {
        message: `the redirect of an intent that is ${variant} is not what its state asks for`,
        expected: open ? "303 to Stripe's hosted page" : '404, and no location',
        seen: `${statusOf(x)}, ${leads ? 'a location' : 'no location'}`,
        pointer: '/response/status',
      })
    })
    record.each(exchanges({ scenario, step: 'replay' }), 'a replay', (x) => {
      const current = stateOf(x.variant ?? '')
      if (!isSuccess(x) || typeof current !== 'string')
        return record.missing('a replay or its state was not there')
      const status = memberOf(x, 'status')
      record.expect(status === current, x, {
        message: `the replay of a start that is ${x.variant ?? ''} does not carry the current status`,
        expected: show(current),
        seen: show(status),
        pointer: '/response/body/status',
      })
      const redirect = memberOf(x, 'redirect')
      const fits = current === openStatus ? isObject(redirect) : redirect === null || redirect === undefined
      record.expect(fits, x, {
        message: `the replay of a start that is ${x.variant ?? ''} has the wrong redirect`,
        expected: current === openStatus ? 'the redirect' : 'redirect: null',
        seen: show(redirect),
        pointer: '/response/body/redirect',
      })
    })
    // Where Stripe failed, and the replay gives the failed intent instead of trying again.
    for (const x of exchanges({ scenario: stripeFailure, step: 'again' })) {
      if (!isSuccess(x) || memberOf(x, 'status') !== 'stripe_error') continue
      record.expect(!isObject(memberOf(x, 'redirect')), x, {
        message: `the replay of a start that Stripe failed (${x.variant ?? ''}) has a redirect`,
        expected: 'redirect: null',
        seen: show(memberOf(x, 'redirect')),
        pointer: '/response/body/redirect',
      })
    }
  },
  counterexamples: [
    {
      name: 'the replay of a failed start leads on',
      edit: (editor) =>
        editor.json({ scenario: stripeFailure, step: 'again' }, (body) => {
          body['status'] = 'stripe_error'
          body['redirect'] = { type: 'hosted_checkout', url: '/made-up' }
        }),
    },
    {
      name: 'the redirect stays open after the payment',
      edit: (editor) => editor.respond({ scenario, step: 'redirect', variant: 'paid' }, { status: 303 }),
    },
    {
      name: 'the redirect of an open intent is not found',
      edit: (editor) => editor.respond({ scenario, step: 'redirect', variant: 'open' }, { status: 404 }),
    },
    {
      name: 'the replay carries the first status',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay', variant: 'paid' }, (body) => {
          body['status'] = 'stripe_session_created'
        }),
    },
    {
      name: 'the replay of an expired start leads on',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay', variant: 'expired' }, (body) => {
          body['redirect'] = { type: 'hosted_checkout', url: '/made-up' }
        }),
    },
  ],
}

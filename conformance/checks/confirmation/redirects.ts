import type { Check } from '../../judge/check.ts'
import { isObject, isSuccess, memberOf, responseHeader, show, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/redirects'

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
    if (begun !== undefined && memberOf(begun, 'status') === 'preview')
      return record.notApplicable(
        'a test environment that starts without a Stripe session has nothing to lead to',
      )
    record.each(exchanges({ scenario, step: 'redirect' }), 'the redirect', (x) => {
      const wanted = x.variant === 'open' ? 303 : 404
      record.expect(statusOf(x) === wanted, x, {
        message: `the redirect of an intent that is ${x.variant ?? ''} does not answer ${wanted}`,
        expected: String(wanted),
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
      const location = responseHeader(x, 'location')
      const leads = location !== undefined && /^https?:\/\//.test(location)
      record.expect(leads === (wanted === 303), x, {
        message: `the redirect of an intent that is ${x.variant ?? ''} ${leads ? 'leads on' : 'leads nowhere'}`,
        expected: wanted === 303 ? "a location, Stripe's hosted page" : 'no location',
        seen: leads ? 'a location' : 'no location',
        pointer: '/response/headers',
      })
    })
    record.each(exchanges({ scenario, step: 'replay' }), 'a replay', (x) => {
      const [read] = exchanges({ scenario, step: 'read', ...(x.variant && { variant: x.variant }) })
      const current = read && memberOf(read, 'checkout', 'status')
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
      const fits = x.variant === 'open' ? isObject(redirect) : redirect === null || redirect === undefined
      record.expect(fits, x, {
        message: `the replay of a start that is ${x.variant ?? ''} has the wrong redirect`,
        expected: x.variant === 'open' ? 'the redirect' : 'redirect: null',
        seen: show(redirect),
        pointer: '/response/body/redirect',
      })
    })
  },
  counterexamples: [
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

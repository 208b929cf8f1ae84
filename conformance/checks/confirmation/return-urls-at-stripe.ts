import type { Check } from '../../judge/check.ts'
import { errorCode, isObject, member, startedIntent, statusOf } from '../../judge/look.ts'
import { markersIn } from '../../markers.ts'

const scenario = 'confirmation/return-urls'

export const returnUrlsAtStripe: Check = {
  id: 'confirmation/return-urls-at-stripe',
  requirement: 'CNF-11',
  level: 'SHOULD',
  profile: 'witnessed',
  title: 'a return address of another origin or scheme does not reach Stripe',
  scenarios: [scenario],
  needs: ['start', 'witness'],
  judge: (view, record) => {
    const starts = view.exchanges({ scenario, step: 'start' })
    const [plain] = view.exchanges({ scenario, step: 'plain' })
    const [first, last] = [plain?.n ?? Infinity, starts.at(-1)?.n ?? 0]
    record.each(starts, 'a start with a foreign return address', (x) => {
      if (errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500) record.saw()
      else if (startedIntent(x) === undefined) record.missing('a start was neither answered nor refused')
    })
    const calls = view.calls.filter(
      ({ n, path }) => n > first && n <= last && /\/checkout\/sessions$/.test(path),
    )
    if (calls.length === 0 && starts.some((x) => startedIntent(x) !== undefined))
      record.missing('the twin saw no session for these starts')
    for (const call of calls) {
      const addresses = ['success_url', 'cancel_url', 'return_url'].filter((name) => {
        const value = isObject(call.params) ? member(call.params, name) : undefined
        return typeof value === 'string' && markersIn(value).some(({ kind }) => kind === 'client-field')
      })
      record.expect(addresses.length === 0, call, {
        message: 'a foreign return address reached Stripe',
        expected: 'an address of the own origin',
        seen: `the address that the client gave, as ${addresses.join(' and ')}`,
        pointer: '/params',
      })
    }
  },
  counterexamples: [
    {
      name: 'the address is handed on',
      edit: (editor) => {
        let address = ''
        editor.exchange({ scenario, step: 'start', variant: 'data' }, (x) => {
          address = x.request.body ?? ''
          return x
        })
        const call = { path: '/v1/checkout/sessions', params: { success_url: address } }
        editor.call({ scenario, step: 'start' }, call)
      },
    },
  ],
}

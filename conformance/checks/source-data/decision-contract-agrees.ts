import type { Check } from '../../judge/check.ts'
import { differences } from '../../judge/differences.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import { isRoute } from '../../judge/published.ts'

const scenario = 'source-data/reads'
const step = 'decision-contract'

export const decisionContractAgrees: Check = {
  id: 'source-data/decision-contract-agrees',
  requirement: 'SRC-08',
  level: 'MUST',
  profile: 'public',
  title: 'the post-purchase read publishes the seeded decision contract',
  scenarios: [scenario],
  needs: ['decision-read'],
  judge: ({ contract: { seed, routes }, exchanges }, record) => {
    record.each(exchanges({ scenario, step }), 'the post-purchase read', (x) => {
      if (!isSuccess(x)) return record.missing('the post-purchase contract could not be read')
      const route = memberOf(x, 'route')
      record.expect(isRoute(route, routes.decisions), x, {
        message: 'the post-purchase read names another route',
        expected: routes.decisions,
        seen: show(route),
        pointer: '/response/body/route',
      })
      const drifted = differences(seed.postPurchaseDecisions, memberOf(x, 'contract'), '/contract')
      for (const { kind, pointer, expected, seen } of drifted) {
        if (kind === 'unlisted') continue
        record.expect(false, x, {
          message: `the post-purchase read differs from the seed at ${pointer}`,
          expected,
          seen,
          pointer: `/response/body${pointer}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'another status is eligible',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => {
          objectAt(body, 'contract')['eligibleCheckoutStatuses'] = ['made-up']
        }),
    },
    {
      name: 'the route is another one',
      edit: (editor) => editor.json({ scenario, step }, (body) => void (body['route'] = '/elsewhere')),
    },
  ],
}

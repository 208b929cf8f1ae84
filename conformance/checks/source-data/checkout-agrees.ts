import type { Check } from '../../judge/check.ts'
import { differences } from '../../judge/differences.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, jsonOf, member, show, statusOf } from '../../judge/look.ts'
import { bumpFacts, isRoute, offerFacts } from '../../judge/published.ts'
import { rowsOf } from '../../judge/summary.ts'

const scenario = 'source-data/reads'
const step = 'checkout'

export const checkoutAgrees: Check = {
  id: 'source-data/checkout-agrees',
  requirement: 'SRC-08',
  level: 'MUST',
  profile: 'public',
  title: 'the checkout read contract agrees with the seed',
  scenarios: [scenario],
  needs: [],
  judge: ({ contract, exchanges }, record) => {
    const { seed, texts, routes, primaryOffer, allowedBumps, stack } = contract
    const { supportsOrderBumps, supportsReferralAttributionEvidence } = seed.sandboxCheckout
    const facts = {
      ok: true,
      status: 'available',
      mode: 'sandbox',
      offer: offerFacts(primaryOffer),
      supportsOrderBumps,
      supportsReferralAttributionEvidence,
      confirmation: { required: true, text: texts.checkout },
    }
    record.each(exchanges({ scenario, step }), 'the checkout read contract', (x) => {
      const body = jsonOf(x)
      const differ = (pointer: string, expected: string, seen: string) =>
        record.expect(false, x, {
          message: `the checkout read contract differs from the seed at ${pointer}`,
          expected,
          seen,
          pointer: `/response/body${pointer}`,
        })
      const readable = record.expect(statusOf(x) === 200 && isObject(body), x, {
        message: 'the checkout read contract cannot be read',
        expected: '200 with a JSON object',
        seen: `status ${statusOf(x)}`,
        pointer: '/response/body',
      })
      if (!readable) return
      const drifted = differences(facts, body).filter(({ kind }) => kind !== 'unlisted')
      for (const { pointer, expected, seen } of drifted) differ(pointer, expected, seen)
      const listed = rowsOf(member(body, 'orderBumps'))
      for (const bump of allowedBumps) {
        if (!listed.some((one) => member(one, 'priceId') === bump.priceId))
          differ('/orderBumps', `the bump ${bump.priceId}`, show(listed))
      }
      for (const [i, one] of listed.entries()) {
        const bump = stack.orderBumps.find(({ priceId }) => priceId === member(one, 'priceId'))
        if (bump === undefined) differ(`/orderBumps/${i}`, 'a bump of the seed', show(one))
        const drift = bump === undefined ? [] : differences(bumpFacts(bump), one, `/orderBumps/${i}`)
        for (const { kind, pointer, expected, seen } of drift)
          if (kind !== 'unlisted') differ(pointer, expected, seen)
      }
      const { checkout: start, webhook, success } = routes
      for (const [name, route] of Object.entries({ start, webhook, success })) {
        const seen = member(body, 'routes', name)
        if (!isRoute(seen, route)) differ(`/routes/${name}`, show(route), show(seen))
      }
    })
  },
  counterexamples: [
    {
      name: 'the price is another one',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => void (objectAt(body, 'offer')['unitAmountCents'] = 1)),
    },
    {
      name: 'the currency is another one',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => void (objectAt(body, 'offer')['currency'] = 'xts')),
    },
    {
      name: 'the webhook is elsewhere',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => void (objectAt(body, 'routes')['webhook'] = '/elsewhere')),
    },
    {
      name: 'a bump is offered that the seed does not have',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => void (body['orderBumps'] = [{ priceId: 'made-up' }])),
    },
    { name: 'it is gone', edit: (editor) => editor.respond({ scenario, step }, { status: 404 }) },
  ],
}

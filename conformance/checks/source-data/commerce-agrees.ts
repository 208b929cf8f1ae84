import type { Contract } from '../../../contracts/contract.ts'
import type { Check } from '../../judge/check.ts'
import { differences } from '../../judge/differences.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, jsonOf, member, objectsIn, statusOf } from '../../judge/look.ts'
import { bumpFacts, isRoute, offerFacts } from '../../judge/published.ts'
import type { Json } from '../../transcript.ts'

const scenario = 'source-data/reads'
const step = 'commerce'

export const commerceAgrees: Check = {
  id: 'source-data/commerce-agrees',
  requirement: 'SRC-08',
  level: 'MUST',
  profile: 'public',
  title: 'the commerce source data agrees with the seed wherever it speaks of the same things',
  scenarios: [scenario],
  needs: [],
  judge: ({ contract, exchanges }, record) => {
    record.each(exchanges({ scenario, step }), 'the commerce source data', (x) => {
      const body = jsonOf(x)
      for (const name of ['sandboxCheckout', 'postPurchaseDecisions']) {
        record.expect(statusOf(x) === 200 && isObject(member(body, name)), x, {
          message: `the commerce source data has no ${name}`,
          expected: `200 with an object "${name}"`,
          seen: `status ${statusOf(x)}`,
          pointer: `/response/body/${name}`,
        })
      }
      for (const { pointer, expected, seen } of disagreements(contract, body)) {
        record.expect(false, x, {
          message: `the commerce source data differs from the seed at ${pointer}`,
          expected,
          seen,
          pointer: `/response/body${pointer}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'an offer has another price',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => {
          objectAt(body, 'sandboxCheckout', 'offer')['unitAmountCents'] = 1
        }),
    },
    {
      name: 'the decision contract has another text',
      edit: (editor) =>
        editor.json({ scenario, step }, (body) => {
          objectAt(body, 'postPurchaseDecisions', 'contract')['confirmationText'] = 'made up'
        }),
    },
    {
      name: 'it says nothing of the checkout',
      edit: (editor) => editor.json({ scenario, step }, (body) => void delete body['sandboxCheckout']),
    },
  ],
}

/** The protocol leaves the members' form open, so only what bears a seeded name, or a seeded price, is compared. */
function disagreements(contract: Contract, body: Json | undefined) {
  const { seed, texts, routes, offers } = contract
  const { endpoint, webhook, successPage, ...sandbox } = seed.sandboxCheckout
  const checkout = member(body, 'sandboxCheckout')
  const decisions = member(body, 'postPurchaseDecisions', 'contract')
  const text = member(checkout, 'confirmation', 'text')
  const found = [
    ...differences(sandbox, checkout, '/sandboxCheckout'),
    ...differences(seed.postPurchaseDecisions, decisions, '/postPurchaseDecisions/contract'),
    ...differences(
      text === undefined ? undefined : texts.checkout,
      text,
      '/sandboxCheckout/confirmation/text',
    ),
    ...[...objectsIn(checkout, '/sandboxCheckout')].flatMap(({ pointer, object }) => {
      const offer = offers.find(({ priceId }) => priceId === object['priceId'])
      if (offer === undefined) return []
      return differences({ ...bumpFacts(offer), ...offerFacts(offer) }, object, pointer)
    }),
  ].filter(({ kind }) => kind !== 'unlisted' && kind !== 'missing')
  const known = { endpoint, webhook, successPage, start: routes.checkout, success: routes.success }
  const wrongRoutes = [checkout, member(checkout, 'routes')].flatMap((object) =>
    Object.entries(known).flatMap(([name, route]) => {
      const seen = member(object, name)
      return typeof seen !== 'string' || isRoute(seen, route)
        ? []
        : [{ pointer: `/sandboxCheckout/${name}`, expected: route, seen }]
    }),
  )
  return [...found, ...wrongRoutes]
}

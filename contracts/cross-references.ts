import { confirmationTexts } from './confirmation-texts.ts'
import { locate } from './json-pointer.ts'
import { routeRules } from './route-rules.ts'
import { repeated, text, texts, type Rule, type SeedProblem, type Text } from './seed-rule.ts'
import { normaliseName } from './vocabulary.ts'

/** Patterns whose values must differ from one another within one scope. */
const unique: readonly { readonly what: string; readonly patterns: readonly string[] }[] = [
  { what: 'stack id', patterns: ['/stacks/*/id'] },
  { what: 'stack slug', patterns: ['/stacks/*/slug'] },
  { what: 'decision kind', patterns: ['/postPurchaseDecisions/allowedDecisions/*/decisionKind'] },
  { what: 'eligible status', patterns: ['/postPurchaseDecisions/eligibleCheckoutStatuses/*'] },
  { what: 'allow-listed price', patterns: ['/sandboxCheckout/allowedOrderBumpPriceIds/*'] },
  { what: 'stable id', patterns: ['/stableIds/*'] },
]

const offersOf = (stack: string, member: string): string[] => [
  `${stack}/primaryOffer/${member}`,
  `${stack}/orderBumps/*/${member}`,
  `${stack}/postPurchasePath/offers/*/${member}`,
]

const duplicates: Rule = (seed) => [
  ...unique.flatMap(({ what, patterns }) => repeated(what, texts(seed, ...patterns))),
  ...locate(seed, '/stacks/*').flatMap(({ pointer }) => [
    ...repeated('offer id', texts(seed, ...offersOf(pointer, 'id'))),
    ...repeated('price id', texts(seed, ...offersOf(pointer, 'priceId'))),
  ]),
]

const allowList: Rule = (seed) => {
  const allowed = texts(seed, '/sandboxCheckout/allowedOrderBumpPriceIds/*')
  const bumps = new Set(texts(seed, '/stacks/0/orderBumps/*/priceId').map(({ value }) => value))
  const off = locate(seed, '/sandboxCheckout/supportsOrderBumps')[0]?.value === false
  return [
    ...allowed
      .filter(({ value }) => !bumps.has(value))
      .map(({ pointer, value }) => ({
        pointer,
        message: `"${value}" is the priceId of none of /stacks/0/orderBumps`,
      })),
    ...(off && allowed.length > 0
      ? [
          {
            pointer: '/sandboxCheckout/supportsOrderBumps',
            message: 'is false, although /sandboxCheckout/allowedOrderBumpPriceIds admits bumps',
          },
        ]
      : []),
  ]
}

const decisionOffers: Rule = (seed) => {
  const path = new Set(texts(seed, '/stacks/0/postPurchasePath/offers/*/id').map(({ value }) => value))
  const all = new Set(texts(seed, ...offersOf('/stacks/*', 'id')).map(({ value }) => value))
  return texts(seed, '/postPurchaseDecisions/allowedDecisions/*/presentedOfferId')
    .filter(({ value }) => !path.has(value))
    .map(({ pointer, value }) => ({
      pointer,
      message: all.has(value)
        ? `"${value}" is an offer, but none of /stacks/0/postPurchasePath/offers`
        : `"${value}" is the id of no offer in this seed`,
    }))
}

const aggregates: Rule = (seed) => {
  const stacks = new Set(texts(seed, '/stacks/*/id').map(({ value }) => value))
  const offers = new Set(texts(seed, ...offersOf('/stacks/*', 'id')).map(({ value }) => value))
  const decisions = locate(seed, '/postPurchaseDecisions/allowedDecisions/*').map(({ pointer }) => ({
    kind: text(seed, `${pointer}/decisionKind`)?.value,
    offer: text(seed, `${pointer}/presentedOfferId`)?.value,
  }))
  const rows = locate(seed, '/postPurchaseDecisionSummary/aggregateCounts/*').map(({ pointer }) => ({
    pointer,
    stack: text(seed, `${pointer}/offer_stack_id`),
    offer: text(seed, `${pointer}/presented_offer_id`),
    kind: text(seed, `${pointer}/decision_kind`),
  }))
  const keys = rows.flatMap(({ pointer, stack, offer, kind }) =>
    stack && offer && kind ? [{ pointer, value: `${stack.value} ${offer.value} ${kind.value}` }] : [],
  )
  const problems = rows.flatMap(({ stack, offer, kind }) => {
    const decision = decisions.find((each) => each.kind === kind?.value)
    const says = (at: Text, message: string): SeedProblem => ({ pointer: at.pointer, message })
    return [
      ...(stack && !stacks.has(stack.value) ? [says(stack, `"${stack.value}" is the id of no stack`)] : []),
      ...(kind && !decision ? [says(kind, `"${kind.value}" is none of the allowed decisions`)] : []),
      ...(offer && !offers.has(offer.value)
        ? [says(offer, `"${offer.value}" is the id of no offer in this seed`)]
        : offer && decision?.offer !== undefined && decision.offer !== offer.value
          ? [says(offer, `is "${offer.value}", but its decision kind presents "${decision.offer}"`)]
          : []),
    ]
  })
  return [...problems, ...repeated('row for', keys)]
}

const fieldLists: Rule = (seed) => {
  const safe = new Map(
    texts(seed, '/postPurchaseDecisions/publicSafeFields/*').map((at) => [
      normaliseName(at.value),
      at.pointer,
    ]),
  )
  return texts(seed, '/postPurchaseDecisions/serverPrivateFields/*').flatMap(({ pointer, value }) => {
    const other = safe.get(normaliseName(value))
    return other === undefined
      ? []
      : [{ pointer, message: `"${value}" is public-safe as ${other}: it cannot be both` }]
  })
}

const rules: readonly Rule[] = [
  fieldLists,
  duplicates,
  ...routeRules,
  allowList,
  decisionOffers,
  confirmationTexts,
  aggregates,
]

/**
 * What does not fit together in a seed. Reads the raw document, so that a seed with a wrong shape in one place still
 * learns what is wrong with the references elsewhere.
 */
export function crossReferenceProblems(seed: unknown): SeedProblem[] {
  return rules.flatMap((rule) => rule(seed))
}

import { locate, type Located } from './json-pointer.ts'
import type { SeedProblem } from './load.ts'
import { normaliseName } from './vocabulary.ts'

type Rule = (seed: unknown) => SeedProblem[]

interface Text {
  readonly pointer: string
  readonly value: string
}

const isText = (at: Located): at is Text => typeof at.value === 'string'
const texts = (seed: unknown, ...patterns: string[]): Text[] =>
  patterns.flatMap((pattern) => locate(seed, pattern)).filter(isText)
const text = (seed: unknown, pointer: string): Text | undefined => texts(seed, pointer)[0]

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

function repeated(what: string, found: readonly Text[]): SeedProblem[] {
  const first = new Map<string, string>()
  return found.flatMap(({ pointer, value }) => {
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, pointer)
    return earlier === undefined ? [] : [{ pointer, message: `repeats the ${what} "${value}" of ${earlier}` }]
  })
}

const duplicates: Rule = (seed) => [
  ...unique.flatMap(({ what, patterns }) => repeated(what, texts(seed, ...patterns))),
  ...locate(seed, '/stacks/*').flatMap(({ pointer }) => [
    ...repeated('offer id', texts(seed, ...offersOf(pointer, 'id'))),
    ...repeated('price id', texts(seed, ...offersOf(pointer, 'priceId'))),
  ]),
]

/** Members that say the same thing twice: [where it is said again, where it is said first]. */
const agreements: readonly (readonly [string, string])[] = [
  ['/stacks/0/checkoutEndpoint', '/sandboxCheckout/endpoint'],
  ['/stacks/0/webhookEndpoint', '/sandboxCheckout/webhook'],
  ['/checkoutSuccess/route', '/sandboxCheckout/successPage'],
  ['/checkoutSuccess/reads', '/postPurchaseDecisions/apiRoute'],
  ['/stacks/0/postPurchaseDecisionEndpoint', '/postPurchaseDecisions/apiRoute'],
  ['/stacks/0/postPurchaseRoutePrefix', '/postPurchaseDecisions/routePrefix'],
]

const disagreements: Rule = (seed) =>
  agreements.flatMap(([again, first]) => {
    const left = text(seed, again)
    const right = text(seed, first)
    if (left === undefined || right === undefined || left.value === right.value) return []
    return [{ pointer: again, message: `says "${left.value}", but ${first} says "${right.value}"` }]
  })

/** Each role of the stack under contract that needs a route of its own. */
const roles: readonly string[] = [
  '/stacks/0/sourceDataRoute',
  '/stacks/0/checkoutContractRoute',
  '/sandboxCheckout/endpoint',
  '/sandboxCheckout/webhook',
  '/postPurchaseDecisions/apiRoute',
  '/stacks/0/previewRoute',
  '/sandboxCheckout/successPage',
  '/postPurchaseDecisions/routePrefix',
  '/stacks/0/linkedFunnelRoute',
]

const sharedRoutes: Rule = (seed) => {
  const found = texts(seed, ...roles)
  const parents: { below: string; value: string }[] = [
    ...texts(seed, '/postPurchaseDecisions/routePrefix').map(({ value }) => ({
      below: 'a checkout intent',
      value,
    })),
    ...texts(seed, '/sandboxCheckout/endpoint').map(({ value }) => ({
      below: 'a redirect',
      value: `${value}/redirect`,
    })),
  ]
  return [
    ...repeated('route', found).map(({ pointer, message }) => ({
      pointer,
      message: `${message}; each role needs a route of its own`,
    })),
    ...found.flatMap(({ pointer, value }) =>
      parents
        .filter((parent) => value.slice(0, value.lastIndexOf('/')) === parent.value)
        .map((parent) => ({
          pointer,
          message: `"${value}" would be taken for ${parent.below} under "${parent.value}/"`,
        })),
    ),
  ]
}

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

/** Control characters, line and paragraph separators, halves of a surrogate pair: no keyboard puts them into an input. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u

const confirmationTexts: Rule = (seed) => {
  const found = texts(seed, '/stacks/0/confirmation/checkoutText', '/postPurchaseDecisions/confirmationText')
  return [
    ...found
      .filter(({ value }) => value !== value.trim())
      .map(({ pointer }) => ({
        pointer,
        message: 'begins or ends with blanks, which nobody can see to type: trim it',
      })),
    ...found.flatMap(({ pointer, value }) => {
      const [character] = untypable.exec(value) ?? []
      if (character === undefined) return []
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return [
        { pointer, message: `has the character U+${code}, which nobody can type into a page: remove it` },
      ]
    }),
    ...repeated('confirmation text', found),
  ]
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
  disagreements,
  sharedRoutes,
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

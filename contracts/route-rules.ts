import { repeated, text, texts, type Rule } from './seed-rule.ts'

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

/** Whether the routes of a seed agree with one another, and can be told apart. */
export const routeRules: readonly Rule[] = [disagreements, sharedRoutes]

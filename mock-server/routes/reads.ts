import { answer } from '../http/answer.ts'
import { ledgerRules, ledgerSummaryView, referralSummaryView } from '../projections/affiliates.ts'
import { decisionSummaryView } from '../projections/decisions.ts'
import { checkoutContractView } from '../projections/offers.ts'
import { ownerActions } from '../domain/owner-review.ts'
import type { Handler } from './route.ts'
import type { World } from '../world.ts'

/** WIRE 1: the seed as it is, but for the live counts. */
export const sourceData: Handler = async ({ world }) => {
  const { contract } = world
  const postPurchaseDecisionSummary = await decisionSummary(world)
  return answer({ ...contract.seed, postPurchaseDecisionSummary })
}

/** WIRE 2. */
export const checkoutContract: Handler = async ({ world }) =>
  answer(checkoutContractView(world.contract, canStart(world)))

/** WIRE 10: contracts and aggregates of the commerce surfaces. */
export const commerceSourceData: Handler = async ({ world }) => {
  const { contract, store } = world
  const tallies = await store.read((tx) => tx.tallies.all())
  return answer({
    ok: true,
    id: 'commerce-source-data',
    status: 'available',
    sandboxCheckout: checkoutContractView(contract, canStart(world)),
    postPurchaseDecisions: {
      contract: contract.seed.postPurchaseDecisions,
      summary: await decisionSummary(world),
    },
    referralAttribution: {
      contract: {
        route: contract.routes.clicks,
        attributionStatus: 'checkout_intent_attached',
        eligibleDestinationRoute: contract.stack.linkedFunnelRoute,
        commissionCreated: false,
        payableCommissionCreated: false,
      },
      summary: referralSummaryView(tallies),
    },
    affiliateCommissionLedger: {
      contract: { route: contract.routes.ledger, ...ledgerRules(contract) },
      ownerReviewActions: {
        route: contract.routes.ownerActions,
        actionKinds: [...ownerActions],
        ownerSessionRequired: true,
        payoutMutationCreated: false,
      },
      summary: ledgerSummaryView(tallies),
    },
  })
}

/** WIRE 10: where an agent finds the read contracts. */
export const agentDocs: Handler = async ({ world }) => {
  const { seed, routes, stack } = world.contract
  return answer({
    ok: true,
    id: 'agent-docs-source-data',
    status: 'available',
    readContracts: [
      {
        id: seed.id,
        title: stack.title,
        kind: 'json',
        method: 'GET',
        route: routes.sourceData,
        stableIds: seed.stableIds,
      },
      {
        id: 'commerce-source-data',
        title: 'Commerce',
        kind: 'json',
        method: 'GET',
        route: routes.commerceSourceData,
      },
    ],
  })
}

function canStart(world: World): boolean {
  return world.stripe !== null && !world.liveModeConfigured
}

async function decisionSummary({ contract, store, behaviour }: World) {
  const tallies = await store.read((tx) => tx.tallies.all())
  return decisionSummaryView(contract, tallies, (total) => behaviour.decisionTotal(total))
}

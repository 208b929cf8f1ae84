import type { Contract } from '../../contracts/contract.ts'
import { startCheckout } from './checkout-start.ts'
import { recordClick } from './clicks.ts'
import { readDecisions, recordDecision } from './decisions.ts'
import { readLedger, recordCommission } from './ledger.ts'
import { readOwnerActions, recordOwnerAction } from './owner-actions.ts'
import { showCancel, showPostPurchase, showPreview, showSuccess } from './pages.ts'
import { agentDocs, checkoutContract, commerceSourceData, sourceData } from './reads.ts'
import { redirectToStripe } from './redirect.ts'
import type { Route } from './route.ts'
import { receiveEvent } from './webhook.ts'

/** Every route of the contract, under the paths that the contract gives. */
export function routeTable({ routes }: Contract): readonly Route[] {
  const exact = (name: Route['name'], path: string, methods: Route['methods']): Route => ({
    name,
    path,
    takesId: false,
    methods,
  })
  return [
    exact('source-data', routes.sourceData, { GET: sourceData }),
    exact('commerce-source-data', routes.commerceSourceData, { GET: commerceSourceData }),
    exact('agent-docs', routes.agentDocs, { GET: agentDocs }),
    exact('checkout', routes.checkout, { GET: checkoutContract, POST: startCheckout }),
    exact('webhook', routes.webhook, { POST: receiveEvent }),
    exact('decisions', routes.decisions, { GET: readDecisions, POST: recordDecision }),
    exact('clicks', routes.clicks, { POST: recordClick }),
    exact('ledger', routes.ledger, { GET: readLedger, POST: recordCommission }),
    exact('owner-actions', routes.ownerActions, { GET: readOwnerActions, POST: recordOwnerAction }),
    exact('preview-page', routes.preview, { GET: showPreview }),
    exact('success-page', routes.success, { GET: showSuccess }),
    exact('cancel-page', routes.cancel, { GET: showCancel }),
    {
      name: 'redirect',
      path: `${routes.checkout}/redirect`,
      takesId: true,
      methods: { GET: redirectToStripe },
    },
    {
      name: 'post-purchase-page',
      path: routes.postPurchase,
      takesId: true,
      methods: { GET: showPostPurchase },
    },
  ]
}

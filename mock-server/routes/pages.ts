import type { Intent } from '../domain/records.ts'
import { keyId } from '../domain/idempotency.ts'
import { pageAnswer } from '../pages/answer.ts'
import { cancelPage } from '../pages/cancel.ts'
import type { PageContext, PageFacts, PageName } from '../pages/page.ts'
import { pageDecisionKey, postPurchasePage } from '../pages/post-purchase.ts'
import { previewPage } from '../pages/preview.ts'
import { successPage } from '../pages/success.ts'
import { unavailablePage } from '../pages/unavailable.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Handler } from './route.ts'

export const showPreview: Handler = async ({ world }) => {
  await world.behaviour.onPageVisit('preview', undefined, world)
  return pageAnswer(previewPage(contextOf(world, 'preview', '', undefined)))
}

/** Knows the intent by its own id alone; Stripe's `session_id` in the query is never read. */
export const showSuccess: Handler = orUnavailable('success', async ({ world, url }) => {
  const id = url.searchParams.get('checkout_intent_id') ?? ''
  return pageAnswer(successPage(await visited(world, 'success', id)))
})

export const showCancel: Handler = async ({ world }) =>
  pageAnswer(cancelPage(contextOf(world, 'cancel', '', undefined)))

export const showPostPurchase: Handler = orUnavailable('post-purchase', async ({ world, id }) =>
  pageAnswer(postPurchasePage(await visited(world, 'post-purchase', id))),
)

/** While the store is down a browser gets a page for people, and a program the envelope. */
function orUnavailable(page: PageName, show: Handler): Handler {
  return async (call) => {
    try {
      return await show(call)
    } catch (error) {
      const forPeople = call.request.headers.get('accept')?.includes('text/html') === true
      if (!(error instanceof StoreUnavailable) || !forPeople) throw error
      const sorry = await pageAnswer(unavailablePage(contextOf(call.world, page, '', undefined)), 503)
      sorry.headers.set('retry-after', '1')
      return sorry
    }
  }
}

async function visited(world: World, page: PageName, id: string): Promise<PageContext> {
  const find = () => (id === '' ? undefined : world.store.read((tx) => tx.intents.get(id)))
  await world.behaviour.onPageVisit(page, await find(), world)
  const intent = await find()
  const recorded =
    page === 'post-purchase' && intent !== undefined ? await recordedHere(world, intent) : undefined
  return contextOf(world, page, id, intent, recorded)
}

/** What the page's own buttons have recorded for an intent, by offer. */
async function recordedHere({ behaviour, contract, store }: World, { id }: Intent) {
  const scope = behaviour.keyScope('decision', {})
  const found = await store.read(async (tx) => {
    const kinds: [string, string][] = []
    for (const offer of contract.stack.postPurchasePath.offers) {
      const key = await tx.keys.get(keyId(scope, behaviour.keyName(pageDecisionKey(id, offer.id))))
      const decision = key === undefined ? undefined : await tx.decisions.get(key.recordId)
      if (decision?.checkoutIntentId === id) kinds.push([offer.id, decision.decisionKind])
    }
    return kinds
  })
  return new Map(found)
}

/** The contract with its routes where this world has them, so that a page's links and calls stay in it. */
function atBase(contract: World['contract'], basePath: string): World['contract'] {
  if (basePath === '') return contract
  const { routes } = contract
  return {
    ...contract,
    routes: {
      sourceData: basePath + routes.sourceData,
      commerceSourceData: basePath + routes.commerceSourceData,
      checkout: basePath + routes.checkout,
      webhook: basePath + routes.webhook,
      decisions: basePath + routes.decisions,
      preview: basePath + routes.preview,
      success: basePath + routes.success,
      postPurchase: basePath + routes.postPurchase,
      cancel: basePath + routes.cancel,
      clicks: basePath + routes.clicks,
      ledger: basePath + routes.ledger,
      ownerActions: basePath + routes.ownerActions,
      agentDocs: basePath + routes.agentDocs,
    },
  }
}

function orderOf({ lines, amountCents, currency }: Intent): PageFacts['order'] {
  return { lines, amountCents, currency }
}

function contextOf(
  world: World,
  page: PageName,
  intentId: string,
  intent: Intent | undefined,
  recorded: PageFacts['recorded'] = new Map(),
): PageContext {
  const { behaviour, contract } = world
  const eligible = intent !== undefined && behaviour.isEligible(intent.status, 'page')
  const timeOver = eligible && behaviour.pathExpired(intent, world.seconds())
  const facts: PageFacts = behaviour.pageFacts({
    page,
    intentId,
    eligible,
    status: intent?.status ?? null,
    updatedAt: intent?.updatedAt ?? 0,
    startWaitsForText: true,
    wayOpen: eligible && !timeOver,
    timeOver,
    payPageOpen: intent?.status === 'stripe_session_created' && intent.privates.stripeCheckoutUrl !== null,
    order: intent === undefined ? null : orderOf(intent),
    buttonsOpen: eligible && !timeOver,
    onePress: true,
    pricesShown: true,
    recorded,
    extra: '',
  })
  return { contract: atBase(contract, world.basePath), facts, escape: (text) => behaviour.escape(text) }
}

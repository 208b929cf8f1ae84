import type { Intent } from '../domain/records.ts'
import { htmlAnswer } from '../http/answer.ts'
import type { PageContext, PageFacts, PageName } from '../pages/page.ts'
import { pageOf } from '../pages/page.ts'
import { postPurchasePage } from '../pages/post-purchase.ts'
import { previewPage } from '../pages/preview.ts'
import { successPage } from '../pages/success.ts'
import type { World } from '../world.ts'
import type { Handler } from './route.ts'

export const showPreview: Handler = async ({ world }) => {
  await world.behaviour.onPageVisit('preview', undefined, world)
  return htmlAnswer(previewPage(contextOf(world, 'preview', '', undefined)))
}

/** Knows the intent by its own id alone; Stripe's `session_id` in the query is never read. */
export const showSuccess: Handler = async ({ world, url }) => {
  const id = url.searchParams.get('checkout_intent_id') ?? ''
  return htmlAnswer(successPage(await visited(world, 'success', id)))
}

export const showCancel: Handler = async ({ world }) => {
  const context = contextOf(world, 'cancel', '', undefined)
  const back = `<p>Nothing was paid. <a href="${context.escape(world.contract.routes.preview)}">Back</a></p>`
  return htmlAnswer(pageOf(context, 'Checkout cancelled', back))
}

export const showPostPurchase: Handler = async ({ world, id }) =>
  htmlAnswer(postPurchasePage(await visited(world, 'post-purchase', id)))

async function visited(world: World, page: PageName, id: string): Promise<PageContext> {
  const find = () => (id === '' ? undefined : world.store.read((tx) => tx.intents.get(id)))
  await world.behaviour.onPageVisit(page, await find(), world)
  return contextOf(world, page, id, await find())
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

function contextOf(world: World, page: PageName, intentId: string, intent: Intent | undefined): PageContext {
  const { behaviour, contract } = world
  const eligible = intent !== undefined && behaviour.isEligible(intent.status, 'page')
  const facts: PageFacts = behaviour.pageFacts({
    page,
    intentId,
    eligible,
    status: intent?.status ?? null,
    updatedAt: intent?.updatedAt ?? 0,
    startWaitsForText: true,
    wayOpen: eligible,
    buttonsOpen: eligible && !behaviour.pathExpired(intent, world.seconds()),
    onePress: true,
    pricesShown: true,
    extra: '',
  })
  return { contract: atBase(contract, world.basePath), facts, escape: (text) => behaviour.escape(text) }
}

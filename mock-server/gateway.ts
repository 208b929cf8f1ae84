import { Hono } from 'hono'
import { correctBehaviour } from './defects/correct.ts'
import { applyDefects, withResponders } from './defects/apply.ts'
import { createLater } from './later.ts'
import { Refusal, refuse } from './http/answer.ts'
import { createMatcher } from './http/match.ts'
import type { Gateway, GatewayOptions } from './options.ts'
import type { Handler, Route } from './routes/route.ts'
import { routeTable } from './routes/table.ts'
import { createMemoryStore } from './store/memory.ts'
import { createStripeClient, secretKind, stripeBase, stripeFetch } from './stripe-client.ts'
import { idMaker } from './world.ts'
import type { World } from './world.ts'

/**
 * The gateway: one Hono app that behaves as the contract says, as one `fetch` function. Throws a `TypeError` for a live
 * Stripe key and for a defect that it does not know.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const defects = applyDefects(options.defects ?? [], correctBehaviour(options.contract), options.contract)
  const { later, stop } = createLater()
  const world = createWorld(options, defects.behaviour, later)
  const match = createMatcher(routeTable(options.contract))
  const app = new Hono()

  app.use(async (context, next) => {
    const { method } = context.req
    const { pathname } = new URL(context.req.url)
    const { behaviour, ownerToken } = world
    if (
      behaviour.gates(method, pathname) &&
      !(await behaviour.isOwner(context.req.raw.headers, ownerToken))
    ) {
      return ownerRequired()
    }
    return next()
  })
  app.all('*', async (context) => {
    const url = new URL(context.req.url)
    const found = match(url.pathname)
    if (found === undefined) return refuse(404, 'not_found')
    const request = context.req.raw
    const handler = handlerOf(world, found.route, request.method)
    if (handler === undefined) return methodNotAllowed(found.route)
    const id = found.segment === '' ? '' : world.behaviour.pathId(found.segment)
    const answered = await handler({ world, request, url, id })
    return request.method === 'HEAD' ? new Response(null, answered) : answered
  })
  app.notFound(() => refuse(404, 'not_found'))
  app.onError((error) => (error instanceof Refusal ? error.toResponse() : refuse(500, 'internal_error')))

  const respond = withResponders(defects.chosen, world, match, async (request) => app.fetch(request))
  return {
    fetch: respond,
    close: async () => {
      await stop()
      await world.store.close()
    },
  }
}

function createWorld(options: GatewayOptions, behaviour: World['behaviour'], later: World['later']): World {
  const { stripe = {} } = options
  const { secretKey } = stripe
  const kind = secretKind(secretKey)
  if (kind === 'live') {
    throw new TypeError('stripe.secretKey is a live key: this gateway is a sandbox and takes test keys only')
  }
  const now = options.now ?? Date.now
  return {
    contract: options.contract,
    behaviour,
    store: options.store ?? createMemoryStore(),
    stripe: kind === 'sandbox' && secretKey !== undefined ? createStripeClient(secretKey, stripe) : null,
    stripeFetch: stripeFetch(stripe),
    stripeBase: stripeBase(stripe),
    liveModeConfigured: options.liveModeConfigured ?? false,
    testEnvironment: options.testEnvironment ?? false,
    webhookSecret: options.webhookSecret === '' ? undefined : options.webhookSecret,
    ownerToken: options.ownerToken,
    publicOrigin: options.publicOrigin,
    now,
    seconds: () => Math.floor(now() / 1000),
    newId: idMaker(options.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length)))),
    later,
    pendingStarts: new Map(),
  }
}

function handlerOf({ behaviour }: World, route: Route, method: string): Handler | undefined {
  const asked = method === 'HEAD' ? 'GET' : method
  if (!behaviour.methodsOf(route.name, Object.keys(route.methods)).includes(asked)) return undefined
  return asked === 'GET' ? (route.methods.GET ?? route.methods.POST) : route.methods.POST
}

function methodNotAllowed(route: Route): Response {
  const methods = Object.keys(route.methods)
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
  return refuse(405, 'method_not_allowed', {}, { allow })
}

function ownerRequired(): Response {
  return refuse(401, 'owner_session_required', {}, { 'www-authenticate': 'Bearer' })
}

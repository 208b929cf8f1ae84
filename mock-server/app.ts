import { Hono } from 'hono'
import { Refusal, refuse } from './http/answer.ts'
import type { Match } from './http/match.ts'
import type { Handler, Route } from './routes/route.ts'
import { StoreUnavailable } from './store/store.ts'
import type { World } from './world.ts'

/** Answers a request in a world. */
export type App = (world: World, request: Request) => Promise<Response>

/** The gateway's behaviour towards its clients: one Hono app, whatever the number of worlds. */
export function createApp(match: (pathname: string) => Match | undefined): App {
  const app = new Hono<{ Bindings: { world: World } }>()

  app.use(async (context, next) => {
    const { method } = context.req
    const { pathname } = new URL(context.req.url)
    const { behaviour, ownerToken } = context.env.world
    if (
      behaviour.gates(method, pathname) &&
      !(await behaviour.isOwner(context.req.raw.headers, ownerToken))
    ) {
      return ownerRequired()
    }
    return next()
  })
  app.all('*', async (context) => {
    const { world } = context.env
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
  app.onError(failure)
  return async (world, request) => app.fetch(request, { world })
}

/** How a request that failed is answered, by whatever route it came. */
export function failure(error: unknown): Response {
  if (error instanceof Refusal) return error.toResponse()
  if (error instanceof StoreUnavailable) return refuse(503, 'store_unavailable', {}, { 'retry-after': '1' })
  return refuse(500, 'internal_error')
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

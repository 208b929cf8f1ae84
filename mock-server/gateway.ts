import { withDistinctRoutes } from '../contracts/load.ts'
import { createApp } from './app.ts'
import { createControl } from './control/control.ts'
import { controlPrefix, createControlRoutes } from './control/http.ts'
import { addressed, namespacePrefix } from './control/namespace.ts'
import { createSpaces } from './control/spaces.ts'
import { isOwnerPath } from './domain/owner-gate.ts'
import { refuse } from './http/answer.ts'
import { createMatcher } from './http/match.ts'
import type { Gateway, GatewayOptions } from './options.ts'
import type { Route } from './routes/route.ts'
import { routeTable } from './routes/table.ts'

/**
 * The gateway: it behaves as the contract says, as one `fetch` function. Throws a `TypeError` for a live Stripe key, for
 * a defect that it does not know and for a route that it keeps for itself; a `SeedError` for two roles on one route.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const table = routeTable(withDistinctRoutes(options.contract))
  refuseReserved(table, options.contract.routes.ownerActions)
  const match = createMatcher(table)
  const spaces = createSpaces({ options, match, app: createApp(match) })
  const control = createControl({
    spaces,
    routes: table.map(({ name }) => name),
    startDefects: options.defects ?? [],
    pay: options.pay,
  })
  const controlRoutes = options.control === true ? createControlRoutes(control, options.contract) : undefined

  return {
    control,
    async fetch(request) {
      const to = addressed(request)
      if ('fault' in to) {
        return refuse(400, 'namespace_invalid', { field: to.field, message: `${to.field} ${to.fault}` })
      }
      const space = spaces.get(to.name)
      if (space === undefined) return refuse(404, 'not_found')
      const controlled = controlRoutes?.(to.request, to.name)
      return controlled ?? space.fetch(to.request)
    },
    close: () => spaces.close(),
  }
}

/** Routes under the gateway's own prefixes, or behind the owner's gate, could not be served. */
function refuseReserved(table: readonly Route[], ownerRoute: string): void {
  for (const { name, path } of table) {
    const taken = [controlPrefix, namespacePrefix].find((own) => path === own || path.startsWith(`${own}/`))
    const gated = name !== 'owner-actions' && isOwnerPath(path, ownerRoute) ? ownerRoute : undefined
    const under = taken ?? gated
    if (under !== undefined)
      throw new TypeError(`the route "${name}" (${path}) lies under ${under}, which is reserved`)
  }
}

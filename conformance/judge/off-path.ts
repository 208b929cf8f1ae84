import { scanJson } from '../../contracts/json-text.ts'
import { createVisibility } from '../../contracts/visibility.ts'
import { markersIn } from '../markers.ts'
import type { Exchange } from '../transcript.ts'
import { leaksIn } from './leaks.ts'
import { jsonOf, memberOf, objectsIn, statusOf } from './look.ts'
import { ownIds, ownRequestIds } from './own-ids.ts'
import { privateNamesIn } from './private-names.ts'
import { stableValues } from './record-values.ts'
import type { View } from './view.ts'

/** Something private that shows only off the good path. */
export interface OffPathLeak {
  readonly exchange: Exchange
  readonly pointer: string
  readonly what: string
}

export function isOffPath(x: Exchange): boolean {
  return x.about['offPath'] === true
}

/** Secrets, private names and values of a record in errors, replays and other ways of asking, that the good path has not. */
export function offPathLeaks(view: View, exchanges: readonly Exchange[]): OffPathLeak[] {
  const off = exchanges.filter(isOffPath)
  return [
    ...markersOff(view, exchanges),
    ...namesOff(view, exchanges),
    ...stableValues(view, off.filter(isRefusal)).map(({ exchange, pointer }) => ({
      exchange,
      pointer,
      what: 'a random value that belongs to one record',
    })),
    ...exchanges.flatMap(hiddenDuplicates),
    ...off.flatMap(deniedRows),
  ]
}

function isRefusal(x: Exchange): boolean {
  return (statusOf(x) ?? 0) >= 400
}

/** A kind that every good answer of the operation shows about the same intent is the good path's own fault. */
function markersOff(view: View, exchanges: readonly Exchange[]): OffPathLeak[] {
  const byEntry = new Map(exchanges.map((x) => [x.n, x]))
  const all = leaksIn(view)
  const own = ownIds(all)
  const leaks = all.flatMap((leak) => {
    const exchange = byEntry.get(leak.subject.n)
    const { kind, id } = leak.marker
    const harmless = own.has(id) || (kind === 'stripe:req' && ownRequestIds(all))
    return exchange === undefined || harmless ? [] : [{ ...leak, exchange }]
  })
  const shown = new Set(leaks.map(({ exchange, marker }) => `${exchange.n} ${marker.kind}`))
  const isGoodPathsToo = (x: Exchange, kind: string) => {
    const good = exchanges.filter(
      (y) =>
        !isOffPath(y) &&
        y.operation === x.operation &&
        y.about['checkoutIntentId'] === x.about['checkoutIntentId'] &&
        y.response !== null,
    )
    return good.length > 0 && good.every((y) => shown.has(`${y.n} ${kind}`))
  }
  return leaks
    .filter(({ exchange, marker }) => isOffPath(exchange) && !isGoodPathsToo(exchange, marker.kind))
    .map(({ exchange, pointer, marker }) => ({ exchange, pointer, what: marker.kind }))
}

function namesOff(view: View, exchanges: readonly Exchange[]): OffPathLeak[] {
  const visibility = createVisibility(view.contract)
  const names = (x: Exchange) => privateNamesIn(x, visibility)
  const good = new Set(
    exchanges.filter((x) => !isOffPath(x)).flatMap((x) => names(x).map(({ name }) => name)),
  )
  return exchanges.filter(isOffPath).flatMap((exchange) =>
    names(exchange)
      .filter(({ name }) => !good.has(name))
      .map(({ name, pointer }) => ({ exchange, pointer, what: `the private member ${name}` })),
  )
}

/** A member that stands twice: a parser shows the last one, and the secret in the first goes unseen. */
function hiddenDuplicates(exchange: Exchange): OffPathLeak[] {
  const body = exchange.response?.body ?? ''
  const json = jsonOf(exchange)
  if (json === undefined || markersIn(body).length === 0) return []
  const [twice] = scanJson(body).duplicates
  if (twice === undefined) return []
  const visible = JSON.stringify(json)
  return markersIn(body).some(
    ({ id, digest }) => !(visible.includes(`⟦${id}:`) && visible.includes(`:${digest}⟧`)),
  )
    ? [
        {
          exchange,
          pointer: `/response/body${twice.pointer}`,
          what: `a secret in the repeated member ${twice.name}`,
        },
      ]
    : []
}

const rowNames = new Set([
  ...[
    'commissionLedgerId',
    'commissionCents',
    'grossSaleCents',
    'ledgerStatus',
    'reviewStatus',
    'payoutStatus',
  ],
  ...['referralAttributionId', 'reversibleUntil', 'partnerId', 'commissionRuleIds', 'sourceCheckoutStatus'],
])

/** A refusal for want of a session that shows the row, or tells that it is there. */
function deniedRows(exchange: Exchange): OffPathLeak[] {
  const status = statusOf(exchange)
  if (!exchange.operation.startsWith('owner.') || (status !== 401 && status !== 403)) return []
  const row = [...objectsIn(jsonOf(exchange), '/response/body')].find(
    ({ object }) => Object.keys(object).filter((name) => rowNames.has(name)).length >= 2,
  )
  if (row !== undefined) return [{ exchange, pointer: row.pointer, what: 'the row itself' }]
  const inner = memberOf(exchange, 'commissionLedger') ?? memberOf(exchange, 'reviewAction')
  return inner === undefined || inner === null
    ? []
    : [{ exchange, pointer: '/response/body', what: 'the row itself' }]
}

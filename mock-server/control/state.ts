import type { Contract } from '../../contracts/contract.ts'
import type { Control } from './control.ts'

/** What a read of control's has to go by. */
export interface Asked {
  readonly control: Control
  readonly contract: Contract
  readonly query: URLSearchParams
}

/** All that the console shows, in one read. `since` leaves out journal entries that have not changed since. */
export async function consoleState({ control, contract, query }: Asked) {
  const since = Number(query.get('since') ?? '0')
  const { stack, seed, routes } = contract
  return {
    namespace: control.namespace,
    namespaces: control.namespaces(),
    title: stack.title,
    preview: routes.preview,
    postPurchase: routes.postPurchase,
    routes: control.routes(),
    expiresAfterMinutes: stack.postPurchasePath.expiresAfterMinutes ?? null,
    eligibleStatuses: seed.postPurchaseDecisions.eligibleCheckoutStatuses,
    clock: control.clock(),
    intents: await control.intents(),
    failures: control.failures(),
    snapshots: control.snapshots(),
    defectsOn: control
      .defects()
      .filter(({ on }) => on)
      .map(({ id }) => id),
    mark: control.journalMark(),
    /** Entries before this one are gone; null when there are none. */
    oldest: control.journal()[0]?.n ?? null,
    entries: control.journal({ since: Number.isSafeInteger(since) && since >= 0 ? since : 0 }),
  }
}

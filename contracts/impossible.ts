import { mostCents } from './contract.ts'
import { escapeToken, locate } from './json-pointer.ts'
import type { SeedProblem } from './seed-rule.ts'

/** The statuses that an intent has without any event: an intent that is eligible in one of them was paid by nobody. */
const beforeAnyEvent: readonly unknown[] = ['pending_stripe', 'stripe_session_created', 'stripe_error']
/** The statuses to which an unpaid end leads: ELG-05 keeps such an intent closed. */
const afterUnpaidEnd: readonly unknown[] = ['payment_failed', 'expired']
/** The statuses to which a payment leads. */
const afterPayment: readonly unknown[] = ['paid', 'completed']

const statuses = '/postPurchaseDecisions/eligibleCheckoutStatuses'

function eligibility(seed: unknown): SeedProblem[] {
  const found = locate(seed, `${statuses}/*`)
  const unpaid = found.flatMap(({ pointer, value }) => {
    const why = beforeAnyEvent.includes(value)
      ? 'is the status of an intent that nobody has paid; only an event may make it eligible'
      : afterUnpaidEnd.includes(value)
        ? 'is the status of an intent that ended unpaid and has to stay closed (ELG-05); take it off the list'
        : undefined
    return why === undefined ? [] : [{ pointer, message: `"${String(value)}" ${why}` }]
  })
  if (found.length === 0 || found.some(({ value }) => afterPayment.includes(value))) return unpaid
  const message = 'has neither "paid" nor "completed", so that no payment ever opens the post-purchase path'
  return [...unpaid, { pointer: statuses, message }]
}

/** Below "/" an id would stand in a path that starts with two slashes, which names another host. */
function parents(seed: unknown): SeedProblem[] {
  return ['/sandboxCheckout/endpoint', '/postPurchaseDecisions/routePrefix']
    .flatMap((pattern) => locate(seed, pattern))
    .filter(({ value }) => value === '/')
    .map(({ pointer }) => ({ pointer, message: 'must not be "/": ids of intents stand below it' }))
}

/** What is bought together is charged at once. A bump in another currency is never bought with the primary offer. */
function totals(seed: unknown): SeedProblem[] {
  const allowed = locate(seed, '/sandboxCheckout/allowedOrderBumpPriceIds/*').map(({ value }) => value)
  const currency = locate(seed, '/stacks/0/primaryOffer/currency')[0]?.value
  const cents = [
    ...locate(seed, '/stacks/0/primaryOffer/unitAmountCents'),
    ...locate(seed, '/stacks/0/orderBumps/*').flatMap(({ value }) =>
      allowed.includes(locate(value, '/priceId')[0]?.value) &&
      locate(value, '/currency')[0]?.value === currency
        ? locate(value, '/unitAmountCents')
        : [],
    ),
  ].map(({ value }) => (typeof value === 'number' ? value : 0))
  const total = cents.reduce((sum, one) => sum + one, 0)
  if (cents.length < 2 || total <= mostCents) return []
  const message = `with the bumps that are allowed comes to ${total} cents, but Stripe charges at most ${mostCents}`
  return [{ pointer: '/stacks/0/primaryOffer/unitAmountCents', message }]
}

/**
 * Levels of objects and lists, the document being the first. Some JSON readers stop at 64, and answers hold parts of the
 * seed some levels deeper.
 */
const mostLevels = 50

/** The first value that lies too deep. Looks no deeper itself, so that endless nesting costs nothing. */
function tooDeep(value: unknown, pointer: string, level: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (level > mostLevels) return pointer
  for (const [name, member] of Object.entries(value)) {
    const found = tooDeep(member, `${pointer}/${escapeToken(name)}`, level + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function nesting(seed: unknown): SeedProblem[] {
  const pointer = tooDeep(seed, '', 1)
  return pointer === undefined
    ? []
    : [{ pointer, message: `is nested more than ${mostLevels} levels deep: flatten what holds it` }]
}

/** What a seed asks and no implementation could do, or could not do safely. */
export function impossibilities(seed: unknown): SeedProblem[] {
  return [nesting, eligibility, parents, totals].flatMap((rule) => rule(seed))
}

import { locate } from './json-pointer.ts'
import type { SeedProblem } from './load.ts'

/** The statuses that an intent has without any event: an intent that is eligible in one of them was paid by nobody. */
const beforeAnyEvent: readonly unknown[] = ['pending_stripe', 'stripe_session_created', 'stripe_error']
/** The statuses to which a payment leads. */
const afterPayment: readonly unknown[] = ['paid', 'completed']

const statuses = '/postPurchaseDecisions/eligibleCheckoutStatuses'

function eligibility(seed: unknown): SeedProblem[] {
  const found = locate(seed, `${statuses}/*`)
  const early = found
    .filter(({ value }) => beforeAnyEvent.includes(value))
    .map(({ pointer, value }) => ({
      pointer,
      message: `"${String(value)}" is the status of an intent that nobody has paid; only an event may make it eligible`,
    }))
  if (found.length === 0 || found.some(({ value }) => afterPayment.includes(value))) return early
  const message = 'has neither "paid" nor "completed", so that no payment ever opens the post-purchase path'
  return [...early, { pointer: statuses, message }]
}

/** Below "/" an id would stand in a path that starts with two slashes, which names another host. */
function parents(seed: unknown): SeedProblem[] {
  return ['/sandboxCheckout/endpoint', '/postPurchaseDecisions/routePrefix']
    .flatMap((pattern) => locate(seed, pattern))
    .filter(({ value }) => value === '/')
    .map(({ pointer }) => ({ pointer, message: 'must not be "/": ids of intents stand below it' }))
}

/** Sums beyond the whole numbers that every JSON reader tells apart cannot be compared. */
function totals(seed: unknown): SeedProblem[] {
  const allowed = locate(seed, '/sandboxCheckout/allowedOrderBumpPriceIds/*').map(({ value }) => value)
  const cents = [
    ...locate(seed, '/stacks/0/primaryOffer/unitAmountCents'),
    ...locate(seed, '/stacks/0/orderBumps/*').flatMap(({ value }) =>
      allowed.includes(locate(value, '/priceId')[0]?.value) ? locate(value, '/unitAmountCents') : [],
    ),
  ].map(({ value }) => (typeof value === 'number' ? value : 0))
  const total = cents.reduce((sum, one) => sum + one, 0)
  if (cents.length < 2 || total <= Number.MAX_SAFE_INTEGER) return []
  const message = `with the bumps that are allowed comes to more than ${Number.MAX_SAFE_INTEGER} cents`
  return [{ pointer: '/stacks/0/primaryOffer/unitAmountCents', message }]
}

/** What a seed asks and no implementation could do, or could not do safely. */
export function impossibilities(seed: unknown): SeedProblem[] {
  return [eligibility, parents, totals].flatMap((rule) => rule(seed))
}

import type { Answer } from './errors.ts'
import type { FormObject } from './form.ts'
import { stripeId, type Random } from './ids.ts'
import type { Operation } from './operations.ts'

/** Prefixes that the id of a resource does not begin with by its first letters. Source: Stripe's API reference. */
const prefixes: Readonly<Record<string, string>> = {
  account: 'acct',
  charge: 'ch',
  customer: 'cus',
  invoice: 'in',
  invoiceitem: 'ii',
  meter_event: 'mtr',
  payment_intent: 'pi',
  payment_link: 'plink',
  payment_method: 'pm',
  payout: 'po',
  price: 'price',
  product: 'prod',
  quote: 'qt',
  refund: 're',
  setup_intent: 'seti',
  subscription: 'sub',
  transfer: 'tr',
}

const copied: readonly string[] = ['currency', 'customer', 'description', 'metadata', 'payment_method']

/**
 * A believable success for an operation that the twin does not model, so that a faulty caller goes on and shows what
 * it would do next. `path` is the path that was called.
 */
export function plausibleAnswer(
  operation: Operation,
  path: string,
  params: FormObject,
  context: { readonly now: number; readonly random: Random },
): Answer {
  if (operation.list) return { status: 200, body: { object: 'list', data: [], has_more: false, url: path } }
  const object = objectName(operation.path)
  const id = lastId(operation.path, path) ?? stripeId(prefixOf(object), 24, context.random)
  if (operation.method === 'DELETE') return { status: 200, body: { id, object, deleted: true } }
  const amount = typeof params.amount === 'string' ? { amount: Number(params.amount) } : {}
  const echoed = Object.fromEntries(
    copied.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])),
  )
  const created = path.startsWith('/v2/') ? new Date(context.now * 1000).toISOString() : context.now
  return {
    status: 200,
    body: {
      id,
      object,
      created,
      livemode: false,
      ...amount,
      ...echoed,
      ...stateOf(object, id, params, context),
    },
  }
}

/** The state that a caller looks at before it goes on: succeeded where it asked for confirmation or capture. */
function stateOf(
  object: string,
  id: string,
  params: FormObject,
  { random }: { readonly random: Random },
): Readonly<Record<string, unknown>> {
  switch (object) {
    case 'payment_intent':
    case 'setup_intent':
      return {
        status: params.confirm === 'true' ? 'succeeded' : 'requires_confirmation',
        client_secret: `${stripeId(`${id}_secret`, 24, random)}`,
      }
    case 'charge':
      return { status: 'succeeded', paid: true, captured: true }
    case 'subscription':
      return { status: 'active' }
    case 'invoice':
      return { status: 'paid', paid: true }
    default:
      return {}
  }
}

function objectName(template: string): string {
  const nouns = template
    .split('/')
    .slice(2)
    .filter((segment) => !segment.startsWith('{'))
  const afterId = template.split('/').at(-1)?.startsWith('{') === false && template.includes('{')
  const noun = (afterId ? nouns.at(-2) : nouns.at(-1)) ?? nouns.at(-1) ?? 'object'
  return singular(noun)
}

function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  return noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun
}

function prefixOf(object: string): string {
  return Object.hasOwn(prefixes, object) ? (prefixes[object] ?? 'obj') : object.slice(0, 5).replace(/_+$/, '')
}

/** The id that the called path carries in its template's last parameter. */
function lastId(template: string, path: string): string | undefined {
  const index = template.split('/').findLastIndex((segment) => segment.startsWith('{'))
  const raw = index < 0 ? undefined : path.split('/')[index]
  if (raw === undefined) return undefined
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

import { field, isFields, textField } from '../http/fields.ts'
import type { Match } from '../http/match.ts'
import { describeFailure, type Failure } from './failures.ts'
import type { Journal } from './journal.ts'
import { scrubbed, scrubbedPath, summaryOfAnswer, summaryOfRequest } from './summary.ts'

/** Bodies above this size (bytes) are not looked into. */
const readable = 65_536

interface Circumstances {
  readonly found: Match | undefined
  readonly failure: Failure | undefined
}

/** Writes an exchange into the journal while it happens. The answer that comes back is the very one that was given. */
export async function recorded(
  journal: Journal,
  request: Request,
  { found, failure }: Circumstances,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const url = new URL(request.url)
  const webhook = found?.route.name === 'webhook'
  const body = await jsonIn(request)
  const end = journal.begin({
    kind: webhook ? 'webhook' : 'request',
    method: request.method,
    path: scrubbedPath(url),
    route: found?.route.name ?? null,
    intent: intentIn(body) ?? intentInUrl(url, found),
    request: webhook
      ? { ...summaryOfAnswer(body), signed: request.headers.has('stripe-signature') }
      : summaryOfRequest(body),
    failure: failure === undefined ? null : describeFailure(failure),
  })
  try {
    const response = await answer(request)
    const half = failure?.kind === 'half'
    const answered = half ? undefined : await jsonIn(response)
    end({
      status: response.status,
      outcome: half ? 'broken' : 'answered',
      response: summaryOfAnswer(answered),
      intent: intentIn(answered),
    })
    return response
  } catch (error) {
    end({ status: null, outcome: 'broken' })
    throw error
  }
}

/** A JSON body, its message left unread. Undefined where there is none, or too much of it. */
export async function jsonIn(message: Request | Response): Promise<unknown> {
  if (message.body === null || message.headers.get('content-type')?.includes('html') === true)
    return undefined
  if (Number(message.headers.get('content-length') ?? '0') > readable) return undefined
  // A request of unknown length may be a very long one.
  if (message instanceof Request && !message.headers.has('content-length') && isStreamed(message)) {
    return undefined
  }
  try {
    const text = await message.clone().text()
    return text.length > readable ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isStreamed(request: Request): boolean {
  return request.headers.get('transfer-encoding')?.includes('chunked') === true
}

/** The intent that a body names, or that its event is about. */
export function intentIn(body: unknown, depth = 3): string | null {
  if (!isFields(body)) return null
  const named = textField(body, 'checkoutIntentId') ?? textField(body, 'checkout_intent_id')
  if (named !== undefined) return scrubbed(named)
  if (depth === 0) return null
  for (const holder of ['data', 'object', 'metadata', 'decision', 'checkout', 'commissionLedger']) {
    const inner = intentIn(field(body, holder), depth - 1)
    if (inner !== null) return inner
  }
  const reference = textField(body, 'client_reference_id')
  return reference === undefined ? null : scrubbed(reference)
}

function intentInUrl({ searchParams }: URL, found: Match | undefined): string | null {
  const id =
    searchParams.get('checkoutIntentId') ??
    searchParams.get('checkout_intent_id') ??
    (found?.segment === undefined || found.segment === '' ? null : found.segment)
  return id === null ? null : scrubbed(id)
}

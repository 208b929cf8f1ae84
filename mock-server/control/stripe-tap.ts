import type { FetchLike } from '../stripe-client.ts'
import { parseForm } from '../stripe-twin/form.ts'
import { operationOf } from '../stripe-twin/operations.ts'
import { partitionHeader } from '../stripe-twin/twin.ts'
import { describeFailure, failing, type Failures } from './failures.ts'
import type { Journal } from './journal.ts'
import { intentIn, jsonIn } from './recorder.ts'
import { scrubbed, summaryOfAnswer } from './summary.ts'

interface Tap {
  /** Keeps this world's idempotency keys and webhooks apart at a twin that serves several. */
  readonly partition: string | undefined
  readonly failures: Failures
  readonly journal: Journal | undefined
  readonly wait: (ms: number) => Promise<void>
}

/** The way to Stripe, with the journal beside it and the scripted failures in it. */
export function tappedStripe(carry: FetchLike, { partition, failures, journal, wait }: Tap): FetchLike {
  const partitioned: FetchLike = (request) => {
    if (partition === undefined) return carry(request)
    const marked = new Request(request)
    marked.headers.set(partitionHeader, partition)
    return carry(marked)
  }
  return async (request) => {
    const failure = failures.take('stripe', request.method)
    const answer = () =>
      failure === undefined
        ? partitioned(request)
        : failing(failure, () => partitioned(request), {
            wait: (ms) => whilePatient(wait(ms), request.signal),
            refuse: stripeFailure,
          })
    if (journal === undefined) return answer()

    const { pathname } = new URL(request.url)
    const params = parseForm(await request.clone().text())
    const end = journal.begin({
      kind: 'twin',
      method: request.method,
      path: scrubbed(pathname),
      route: operationOf(request.method, pathname)?.id ?? null,
      intent: intentIn(params),
      request: summaryOfAnswer(params),
      failure: failure === undefined ? null : describeFailure(failure),
    })
    try {
      const response = await answer()
      const half = failure?.kind === 'half'
      const facts = half ? {} : summaryOfAnswer(await jsonIn(response))
      end({ status: response.status, outcome: half ? 'broken' : 'answered', response: facts })
      return response
    } catch (error) {
      end({ status: null, outcome: 'broken' })
      throw error
    }
  }
}

/** As `work`, but rejects when the caller waits no longer. */
function whilePatient(work: Promise<void>, caller: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(caller.reason as Error)
    if (caller.aborted) end()
    caller.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => caller.removeEventListener('abort', end))
  })
}

/** As Stripe itself says that it fails: its package tells an error by this shape. */
function stripeFailure(status: number): Response {
  return Response.json({ error: { type: 'api_error', message: 'A scripted failure.' } }, { status })
}

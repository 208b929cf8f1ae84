import { refuse } from '../http/answer.ts'
import { NetworkFailure, withWire } from '../faces/wire-effects.ts'

export const failureKinds = ['latency', 'status', 'drop', 'half'] as const
export type FailureKind = (typeof failureKinds)[number]

/** What goes wrong with the next requests to a route. */
export interface Failure {
  readonly id: number
  /** A route's name, `stripe` for the gateway's own calls to Stripe, `*` for every route. */
  readonly route: string
  readonly method: string | null
  readonly kind: FailureKind
  /** How many requests are still to meet it. */
  readonly left: number
  /** Milliseconds to wait first. */
  readonly ms: number
  /** For `status`. */
  readonly status: number
  /** Whether the request does its work before it fails: its effect is there, and its answer is lost. */
  readonly afterwards: boolean
}

export interface Failures {
  add(failure: Omit<Failure, 'id'>): Failure
  /** The failure that this request meets, counted down; the oldest that fits goes first. */
  take(route: string | undefined, method: string): Failure | undefined
  list(): readonly Failure[]
  clear(): void
}

export function createFailures(): Failures {
  let made = 0
  let scripted: readonly Failure[] = []
  return {
    add(failure) {
      made += 1
      const added = { ...failure, id: made }
      scripted = [...scripted, added]
      return added
    },
    take(route, method) {
      if (scripted.length === 0) return undefined
      const met = scripted.find((one) => meets(one, route, method))
      if (met === undefined) return undefined
      scripted = scripted
        .map((one) => (one === met ? { ...one, left: one.left - 1 } : one))
        .filter(({ left }) => left > 0)
      return met
    },
    list: () => scripted,
    clear() {
      scripted = []
    },
  }
}

function meets(failure: Failure, route: string | undefined, method: string): boolean {
  if (failure.method !== null && failure.method !== method) return false
  return failure.route === route || (failure.route === '*' && route !== 'stripe')
}

interface FailingWays {
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>
  /** How the one who fails says so; in the gateway's own envelope unless given. */
  readonly refuse?: (status: number) => Response
}

function scripted(status: number): Response {
  return refuse(status, 'scripted_failure')
}

/** Lets `answer` meet a failure. Throws NetworkFailure for a connection that drops. */
export async function failing(
  failure: Failure,
  answer: () => Promise<Response>,
  { wait, refuse = scripted }: FailingWays,
): Promise<Response> {
  if (failure.ms > 0) await wait(failure.ms)
  switch (failure.kind) {
    case 'latency':
      return answer()
    case 'status':
      if (failure.afterwards) await answer()
      return refuse(failure.status)
    case 'drop':
      if (failure.afterwards) await answer()
      throw new NetworkFailure()
    case 'half':
      return halved(await answer())
  }
}

/** The head of an answer with its full length, and the first half of its body before the connection breaks. */
async function halved(response: Response): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer())
  const half = body.subarray(0, Math.floor(body.length / 2))
  const headers = new Headers(response.headers)
  headers.set('content-length', String(body.length))
  const broken = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(half),
    // Asked for more than there is: by then the first half has been read.
    pull: (stream) => stream.error(new NetworkFailure()),
  })
  const { status } = response
  const cut = { cutAfterBytes: half.length, promisedLength: body.length }
  return withWire(new Response(broken, { status, headers }), cut)
}

export function describeFailure({ kind, ms, status, afterwards }: Failure): string {
  const what = { latency: 'late', status: `answers ${status}`, drop: 'drops', half: 'half an answer' }[kind]
  return [what, ms > 0 ? `after ${ms} ms` : '', afterwards ? 'its work done' : ''].filter(Boolean).join(', ')
}

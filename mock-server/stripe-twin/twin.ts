import { createSession } from './checkout-session.ts'
import * as errors from './errors.ts'
import { StripeFailure, type Answer } from './errors.ts'
import { parseBody, parseForm, type FormObject } from './form.ts'
import { createIdempotencyStore } from './idempotency.ts'
import { base62Text, cryptoRandom, stripeId, type Random } from './ids.ts'
import { readKey, type KeyMode, type ReadKey } from './keys.ts'
import type { TwinPrice } from './line-items.ts'
import { isMutating, operationOf, type Operation } from './operations.ts'
import { plausibleAnswer } from './plausible.ts'
import { createSessions, type TwinSessions } from './sessions.ts'

/**
 * Callers that share an API key and still must not meet (worlds of one gateway) name their partition in this header:
 * idempotency keys of two partitions are apart, and a session remembers its own. Stripe itself passes it over.
 */
export const partitionHeader = 'x-twin-partition'

/** One call that reached the twin, refused ones included. The key that it came with is not kept. */
export interface TwinCall {
  /** 1 for the first call since the start or the last reset. */
  readonly n: number
  /** When the call arrived, in milliseconds of the twin's clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** The stripe package's name for it, or undefined for what it does not know. */
  readonly operation: string | undefined
  /** True for everything but known reading operations. */
  readonly mutating: boolean
  readonly keyMode: KeyMode
  /** Tells keys apart within one twin. */
  readonly authorizationDigest: string | undefined
  /** The host that the caller meant to reach. */
  readonly host: string
  readonly idempotencyKey: string | undefined
  readonly params: FormObject
  readonly status: number
}

export interface StripeTwinOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** By what clock a partition's sessions are created and expire, and its keys are kept; `now` unless given. */
  readonly clockOf?: (partition?: string) => number
  readonly random?: Random
  /** Set, a session's `url` is a pay page under this origin; left out, it has Stripe's form. */
  readonly publicOrigin?: string | (() => string)
  /** Prices that line items may name by id. */
  readonly prices?: Readonly<Record<string, TwinPrice>>
  /** How many calls, sessions and idempotency keys are kept, the newest; all unless given. */
  readonly keep?: number
}

/** An answer that fails, as Stripe or something on the way to it could give it. */
export interface TwinFailure {
  readonly status: number
  /** Sent as JSON; a text is sent as a page of HTML. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A recording stand-in for Stripe's API. */
export interface StripeTwin {
  fetch(this: void, request: Request): Promise<Response>
  /** In the order in which they were answered. */
  readonly calls: readonly TwinCall[]
  /** Calls the listener after each recorded call; returns the way to stop that. */
  onCall(this: void, listener: (call: TwinCall) => void): () => void
  /** Answers every creation of a session like this from now on, until the function that it gives is called. */
  failSessions(this: void, failure: TwinFailure): () => void
  readonly sessions: TwinSessions
  /** Forgets calls, sessions and idempotency keys. */
  reset(this: void): void
}

/** What a call asks for, in whose name and when. */
interface Work {
  readonly params: FormObject
  readonly partition: string | undefined
  /** Unix seconds, by the partition's clock. */
  readonly seconds: number
}

/** Creates a twin. Without options it uses the system's clock and the platform's randomness. */
export function createStripeTwin(options: StripeTwinOptions = {}): StripeTwin {
  const { now = Date.now, clockOf = now, random = cryptoRandom, prices = {}, keep = Infinity } = options
  const sessions = createSessions({ random, clockOf, keep })
  const idempotency = createIdempotencyStore(keep)
  const calls: TwinCall[] = []
  let recorded = 0
  const listeners = new Set<(call: TwinCall) => void>()
  let failing: TwinFailure | undefined
  const salt = base62Text(24, random)
  const payOrigin = () =>
    typeof options.publicOrigin === 'function' ? options.publicOrigin() : options.publicOrigin

  function execute(operation: Operation, path: string, { params, partition, seconds }: Work): Answer {
    const id = decodeURIComponent(path.split('/')[4] ?? '')
    switch (operation.id) {
      case 'checkout.sessions.create': {
        const session = createSession(params, { now: seconds, random, prices, publicOrigin: payOrigin() })
        sessions.add(session, partition)
        return { status: 200, body: session }
      }
      case 'checkout.sessions.retrieve':
        return { status: 200, body: existing(id) }
      case 'checkout.sessions.expire':
        existing(id)
        return { status: 200, body: sessions.expire(id) }
      case 'checkout.sessions.list': {
        const data = [...sessions.all()].reverse()
        return { status: 200, body: { object: 'list', data, has_more: false, url: path } }
      }
      default:
        return plausibleAnswer(operation, path, params, { now: seconds, random })
    }
  }

  function existing(id: string): unknown {
    const session = sessions.get(id)
    if (session === undefined) throw errors.noSuch('checkout.session', 'session', id)
    return session
  }

  function answer(request: Request, path: string, params: FormObject, key: ReadKey): Answer {
    if (key.mode === 'none') throw errors.missingKey
    if (key.mode === 'live') throw errors.liveKeyRefused
    if (key.mode === 'malformed') throw errors.malformedKey
    const operation = operationOf(request.method, path)
    if (operation === undefined) throw errors.unrecognisedUrl(request.method, path)
    if (failing !== undefined && operation.id === 'checkout.sessions.create') return failing
    const idempotencyKey = request.headers.get('idempotency-key')
    const partition = request.headers.get(partitionHeader) ?? undefined
    const seconds = Math.floor(clockOf(partition) / 1000)
    const work = () => execute(operation, path, { params, partition, seconds })
    if (request.method !== 'POST' || idempotencyKey === null) return work()
    const fingerprint = JSON.stringify([path, params])
    const scope = `${key.digest ?? ''} ${partition ?? ''}`
    return idempotency.once({ scope, key: idempotencyKey, fingerprint, now: seconds }, work)
  }

  async function fetch(request: Request): Promise<Response> {
    const at = now()
    const url = new URL(request.url)
    const key = await readKey(request.headers.get('authorization'), salt)
    const params = await paramsOf(request, url)
    let outcome: Answer
    try {
      outcome = answer(request, url.pathname, params, key)
    } catch (error) {
      outcome = errors.answerOf(failureFrom(error))
    }
    const operation = operationOf(request.method, url.pathname)
    recorded += 1
    const call: TwinCall = {
      n: recorded,
      at,
      method: request.method,
      path: url.pathname,
      operation: operation?.id,
      mutating: isMutating(operation),
      keyMode: key.mode,
      authorizationDigest: key.digest,
      host: request.headers.get('host') ?? url.host,
      idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
      params,
      status: outcome.status,
    }
    calls.push(call)
    if (calls.length > keep) calls.shift()
    for (const listener of [...listeners]) listener(call)
    return responseTo(request, outcome, random)
  }

  return {
    fetch,
    calls,
    onCall: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    failSessions: (failure) => {
      failing = failure
      return () => {
        failing = undefined
      }
    },
    sessions,
    reset: () => {
      calls.length = 0
      recorded = 0
      failing = undefined
      sessions.clear()
      idempotency.clear()
    },
  }
}

/** A path that cannot be decoded is the caller's; anything else is a fault of the twin's, and says so. */
function failureFrom(error: unknown): StripeFailure {
  if (error instanceof StripeFailure) return error
  if (error instanceof URIError) {
    return new StripeFailure(400, { type: 'invalid_request_error', message: 'The path cannot be decoded.' })
  }
  const message = `The stand-in failed: ${error instanceof Error ? error.message : 'unknown cause'}`
  return new StripeFailure(500, { type: 'api_error', message })
}

async function paramsOf(request: Request, url: URL): Promise<FormObject> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) {
    return parseForm(url.search.slice(1))
  }
  try {
    return parseBody(request.headers.get('content-type'), await request.text())
  } catch {
    return parseForm('')
  }
}

function responseTo(request: Request, { status, body, headers }: Answer, random: Random): Response {
  const idempotencyKey = request.headers.get('idempotency-key')
  const version = request.headers.get('stripe-version')
  const [text, type] =
    typeof body === 'string' ? [body, 'text/html'] : [JSON.stringify(body), 'application/json']
  return new Response(text, {
    status,
    headers: {
      'content-type': type,
      'request-id': stripeId('req', 14, random),
      'stripe-should-retry': 'false',
      ...(version === null ? {} : { 'stripe-version': version }),
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
      ...headers,
    },
  })
}

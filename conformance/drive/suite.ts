import type { Contract } from '../../contracts/contract.ts'
import { parseJson } from '../judge/look.ts'
import { markersIn } from '../markers.ts'
import type { Abort, Entry, Exchange, Header, Profile } from '../transcript.ts'
import type { BrowserAtHand } from './browser.ts'
import type { Canaries, RandomBytes } from './canaries.ts'
import type { Sealer } from './seal.ts'
import { createPatience } from './patience.ts'
import { maxHops, nextHop } from './politeness.ts'
import type { Transport, WireRequest, WireResult } from './transport.ts'
import {
  Fault,
  type Aborted,
  type Driver,
  type FailSessions,
  type RouteHeaders,
  type Sending,
  type Sent,
} from './driver.ts'

export interface DriverParts {
  readonly contract: Contract
  readonly profile: Profile
  readonly transport: Transport
  /** The target's base: redirects are followed within it. */
  readonly origin: URL
  readonly canaries: Canaries
  readonly sealer: Sealer
  readonly random: RandomBytes
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly webhookSecret: string | null
  readonly ownerHeaders: readonly Header[] | null
  readonly routeHeaders: readonly RouteHeaders[]
  readonly drainMs: number
  /** Milliseconds for one exchange. */
  readonly deadlineMs: number
  readonly browser: BrowserAtHand | null
  readonly failSessions: FailSessions | null
  /** Called with each entry as it is noted. */
  readonly onEntry: (entry: Entry) => void
  /** The last position given to an entry; shared by all scenarios and the witness. */
  readonly nextPosition: () => number
}

const defaultHeaders: readonly Header[] = [['accept', 'application/json']]

/** A body that is only there to be large is noted by its beginning: a transcript need not hold it. */
const mostNoted = 1024 * 1024

function noted(body: Buffer): string {
  return body.length <= mostNoted
    ? body.toString('utf8')
    : `${body.toString('utf8', 0, 1024)}… (${body.length} bytes)`
}

export interface Suite {
  readonly driverFor: (scenario: string) => Driver
  readonly abort: (scenario: string, reason: Aborted) => void
}

/** Drivers over one transport; they share the canaries, the clock and the positions. */
export function createSuite(parts: DriverParts): Suite {
  const { canaries, sealer, transport, now } = parts
  const startedAt = now()
  const patience = createPatience(parts.deadlineMs)

  const wire = (sending: Sending): WireRequest => {
    const body =
      sending.json !== undefined
        ? Buffer.from(JSON.stringify(sending.json))
        : typeof sending.body === 'string'
          ? Buffer.from(sending.body)
          : (sending.body ?? null)
    const method = sending.method ?? (body === null ? 'GET' : 'POST')
    const headers: Header[] = [...(sending.headers ?? [])]
    const has = (name: string) => headers.some(([key]) => key.toLowerCase() === name)
    for (const header of [
      ...(sending.json === undefined ? [] : [['content-type', 'application/json'] as const]),
      ...routeHeaders(parts.routeHeaders, method, sending.path),
      ...defaultHeaders,
    ]) {
      if (!has(header[0].toLowerCase())) headers.push(header)
    }
    if (body !== null && !has('content-length')) headers.push(['content-length', String(body.length)])
    return { method, path: sending.path, headers, body }
  }

  const note = (
    scenario: string,
    sending: Sending,
    request: WireRequest,
    result: WireResult,
    sentAt: number,
  ): Sent => {
    const n = parts.nextPosition()
    const { response, failure } = result
    const sealedRequest = sealer.request({
      method: request.method,
      path: request.path,
      headers: request.headers,
      body: request.body === null ? null : noted(Buffer.from(request.body)),
    })
    const sealedResponse = response === null ? null : patience.kept(sealer.response(response))
    const exchange: Exchange = {
      kind: 'exchange',
      n,
      scenario,
      step: sending.step,
      ...(sending.variant === undefined ? {} : { variant: sending.variant }),
      operation: sending.operation,
      sentAt,
      tookMs: Math.round(result.tookMs * 10) / 10,
      request: sealedRequest,
      response: sealedResponse,
      ...(failure === null ? {} : { failure }),
      ...(sending.delivery === undefined ? {} : { delivery: sending.delivery }),
      about: sealer.json(sending.about ?? {}),
    }
    patience.account(sending.operation, result, sealedResponse?.truncated !== undefined, now())
    if (response !== null && response.status >= 200 && response.status < 300) {
      const { method, path, headers, body } = sealedRequest
      canaries.accept(
        markersIn(JSON.stringify([method, path, headers, body])).map(({ id }) => id),
        n,
      )
    }
    parts.onEntry(exchange)
    return { exchange, response, json: response === null ? undefined : parseJson(response.body) }
  }

  const unsent: WireResult = {
    response: null,
    failure: {
      kind: 'unsent',
      message: 'this operation, or too much of the run, was left without a complete answer',
    },
    tookMs: 0,
  }

  /** Where a target said, for good, that a path lives: a race goes there at once, since no redirect is followed in it. */
  const moved = new Map<string, string>()
  const atHome = (request: WireRequest): WireRequest => ({
    ...request,
    path: moved.get(request.path) ?? request.path,
  })

  const ask = async (sending: Sending, request: WireRequest): Promise<WireResult> => {
    const deadlineMs = patience.deadlineFor(sending.operation)
    return deadlineMs === null ? unsent : transport.send({ ...request, deadlineMs })
  }

  const askTogether = async (sendings: readonly Sending[], requests: readonly WireRequest[]) => {
    const deadlines = sendings.map(({ operation }) => patience.deadlineFor(operation))
    if (deadlines.includes(null)) return sendings.map(() => unsent)
    const timed = requests.map((request, i) => ({ ...request, deadlineMs: deadlines[i] ?? 0 }))
    return transport.race(timed)
  }

  /** Sends, waits where the target asks for it, and follows its own redirects; every answer on the way is noted. */
  const send = async (scenario: string, sending: Sending): Promise<Sent> => {
    let request = wire(sending)
    for (let retries = 0, hops = 0; ;) {
      const sentAt = now() - startedAt
      const result = await ask(sending, request)
      const wait = result.response === null ? null : patience.waitFor(result.response, retries, now())
      const hop =
        result.response === null || sending.operation === 'checkout.redirect'
          ? null
          : nextHop(request, result.response, parts.origin)
      if (wait !== null) {
        note(scenario, aside(sending, 'throttled'), request, result, sentAt)
        await parts.sleep(wait)
        retries += 1
      } else if (hop !== null && hops < maxHops) {
        note(scenario, aside(sending, 'redirected'), request, result, sentAt)
        if (result.response?.status === 301 || result.response?.status === 308)
          moved.set(request.path, hop.path)
        request = hop
        hops += 1
      } else return note(scenario, sending, request, result, sentAt)
    }
  }

  return {
    driverFor: (scenario) => ({
      ...parts,
      scenario,
      seal: (text) => sealer.text(text),
      headersFor: (method, path) => routeHeaders(parts.routeHeaders, method, path),
      send: (sending) => send(scenario, sending),
      race: async (sendings) => {
        const requests = sendings.map((sending) => atHome(wire(sending)))
        const sentAt = now() - startedAt
        const results = await askTogether(sendings, requests)
        return sendings.map((sending, i) =>
          note(scenario, sending, requests[i] ?? wire(sending), results[i] ?? unsent, sentAt),
        )
      },
      pause: async (step, ms) => {
        const at = now() - startedAt
        await parts.sleep(ms)
        parts.onEntry({ kind: 'pause', n: parts.nextPosition(), scenario, step, at, ms })
      },
      note: (make) => parts.onEntry(make(parts.nextPosition(), now() - startedAt)),
    }),
    abort: (scenario, reason) => {
      const { needed, exchange, message } = reason
      const entry: Abort = {
        kind: 'abort',
        n: parts.nextPosition(),
        scenario,
        at: now() - startedAt,
        exchange,
        needed,
        ...(reason instanceof Fault ? { fault: true as const } : {}),
        message: sealer.text(message),
      }
      parts.onEntry(entry)
    },
  }
}

/** An answer on the way to the one that counts: no check of the step judges it, the hunt for secrets does. */
function aside(sending: Sending, why: string): Sending {
  return { ...sending, operation: 'other', step: `${sending.step}:${why}` }
}

function routeHeaders(rules: readonly RouteHeaders[], method: string, path: string): readonly Header[] {
  const [plainPath = path] = path.split('?')
  return rules.flatMap((rule) => {
    const methodFits = rule.method === undefined || rule.method.toUpperCase() === method
    const pathFits =
      rule.path === undefined ||
      (rule.path.endsWith('*') ? plainPath.startsWith(rule.path.slice(0, -1)) : plainPath === rule.path)
    return methodFits && pathFits ? rule.set : []
  })
}

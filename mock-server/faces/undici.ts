import { errors, MockAgent, type Dispatcher } from 'undici'
import type { FetchFunction } from './fetch-function.ts'
import { requestFrom } from './undici-request.ts'
import { createReply } from './undici-reply.ts'
import { responseOrFailure } from './wire-effects.ts'

/**
 * The undici face: a MockAgent that answers every request to `origin` from the app, for undici's `request`, `stream`
 * and `fetch` by their `dispatcher` option, and in place of a Pool by `agent.get(origin)`. Other origins behave as in
 * any MockAgent: interceptors first, then the network unless `disableNetConnect()`. The global dispatcher stays as it is.
 */
export function gatewayMockAgent(fetch: FetchFunction, origin: string): MockAgent {
  return new GatewayMockAgent(fetch, new URL(origin).origin)
}

class GatewayMockAgent extends MockAgent {
  readonly #fetch: FetchFunction
  readonly #origin: string

  constructor(fetch: FetchFunction, origin: string) {
    super()
    this.#fetch = fetch
    this.#origin = origin
    const pool = this.get(origin)
    pool.dispatch = (options, handler) => this.dispatch({ ...options, origin }, handler)
  }

  override dispatch(
    options: Parameters<MockAgent['dispatch']>[0],
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    const { origin } = options
    if (origin === undefined || new URL(origin).origin !== this.#origin)
      return super.dispatch(options, handler)
    void deliver(this.#fetch, { ...options, origin: this.#origin }, handler)
    return true
  }
}

async function deliver(
  fetch: FetchFunction,
  options: Dispatcher.DispatchOptions & { readonly origin: string },
  handler: Dispatcher.DispatchHandler,
): Promise<void> {
  const reply = createReply(handler)
  if (!reply.start()) return
  try {
    const request = await requestFrom(options)
    const response = await responseOrFailure(() => fetch(request))
    if (response === undefined) reply.fail(new errors.SocketError('other side closed'))
    else await reply.answer(response)
  } catch (error) {
    if (error instanceof errors.UndiciError) reply.fail(error)
    else await reply.answer(new Response(null, { status: 500 }))
  }
}

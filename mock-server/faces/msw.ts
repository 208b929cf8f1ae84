import { http, HttpResponse, type HttpHandler } from 'msw'
import type { FetchFunction } from './fetch-function.ts'
import { responseOrFailure } from './wire-effects.ts'

interface GatewayHandlerOptions {
  /** The origin that the app plays. In a browser the page's own when left out; elsewhere it must be given. */
  readonly origin?: string
  /** Takes only these of the origin's requests: a page whose own files come from the same origin leaves them out. */
  readonly takes?: (request: Request) => boolean
}

/**
 * The MSW face, for `setupServer` and `setupWorker`: one handler over the whole app. What it does not take falls to
 * the other handlers, and then to the network as `onUnhandledRequest` says. A broken connection is `HttpResponse.error()`.
 */
export function gatewayHandlers(
  fetch: FetchFunction,
  options: GatewayHandlerOptions = {},
): readonly [HttpHandler] {
  const origin = originOf(options.origin)
  const takes = options.takes ?? (() => true)
  const handler = http.all(
    ({ request }) => new URL(request.url).origin === origin && takes(request),
    async ({ request }) => {
      try {
        return (await responseOrFailure(() => fetch(request))) ?? HttpResponse.error()
      } catch {
        // MSW would answer with the error's text and stack; every face keeps them to itself.
        return new HttpResponse(null, { status: 500 })
      }
    },
  )
  return [handler]
}

function originOf(given: string | undefined): string {
  const location: unknown = Reflect.get(globalThis, 'location')
  const own: unknown =
    typeof location === 'object' && location !== null ? Reflect.get(location, 'origin') : undefined
  const origin = given ?? own
  if (typeof origin === 'string' && URL.canParse(origin)) return new URL(origin).origin
  throw new TypeError(
    'gatewayHandlers needs the origin that the app plays, such as { origin: "http://checkout.test" }',
  )
}

/** What a `Response` cannot say and a real server can. Only the `node:http` face obeys; the others leave it out. */
export interface WireEffects {
  /** Instead of the standard words after the status code. */
  readonly reasonPhrase?: string
  /** Fields sent after the body. */
  readonly trailers?: Readonly<Record<string, string>>
  /** Text after the `;` of the first chunk's size. */
  readonly chunkExtension?: string
  /** Sent as they are, repeated and in any number. */
  readonly extraHeaders?: readonly (readonly [name: string, value: string])[]
  /** The connection breaks after this many bytes of the body. */
  readonly cutAfterBytes?: number
  /** The length that the head promises where the body itself ends early. */
  readonly promisedLength?: number
}

const annotated = new WeakMap<Response, WireEffects>()

/**
 * Marks a response with effects and returns it. The mark belongs to this very object: code that makes a new Response
 * from it (setting a header in a Hono middleware may) has to mark the new one.
 */
export function withWire(response: Response, effects: WireEffects): Response {
  annotated.set(response, { ...annotated.get(response), ...effects })
  return response
}

/** The effects that a response was marked with. */
export function wireEffectsOf(response: Response): WireEffects | undefined {
  return annotated.get(response)
}

/** Thrown by an app that wants its caller to see a broken connection; `Response.error()` says the same. */
export class NetworkFailure extends Error {
  constructor(message = 'the connection was broken on purpose') {
    super(message)
    this.name = 'NetworkFailure'
  }
}

/** Answers with undefined where the app asked for a broken connection. Other errors go on. */
export async function responseOrFailure(
  answer: () => Response | Promise<Response>,
): Promise<Response | undefined> {
  try {
    const response = await answer()
    return response.type === 'error' ? undefined : response
  } catch (error) {
    if (error instanceof NetworkFailure) return undefined
    throw error
  }
}

import { isFields } from './fields.ts'

const json = 'application/json; charset=utf-8'

/** What a refusal says beside its code: public state only. */
type PublicState = Readonly<Record<string, unknown>>

/** A JSON answer. Answers about one intent are never stored by anybody on the way. */
export function answer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': json, 'cache-control': 'no-store', ...headers },
  })
}

/** The envelope of every error (WIRE, conventions). */
export function refuse(
  status: number,
  code: string,
  state: PublicState = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return answer({ ok: false, code, message: messageOf(code), ...state }, status, headers)
}

/** Ends the work of a route with an answer; the gateway turns it into that answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly state: PublicState
  constructor(status: number, code: string, state: PublicState = {}) {
    super(code)
    this.status = status
    this.code = code
    this.state = state
  }
  toResponse(): Response {
    return refuse(this.status, this.code, this.state)
  }
}

export function htmlAnswer(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** A JSON object in an answer's body; undefined when it is none. Leaves the answer unread. */
export async function bodyOf(response: Response): Promise<Record<string, unknown> | undefined> {
  if (response.headers.get('content-type')?.includes('json') !== true) return undefined
  try {
    const parsed: unknown = JSON.parse(await response.clone().text())
    return isFields(parsed) ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

function messageOf(code: string): string {
  const words = code.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

import type { Contract } from '../../contracts/contract.ts'
import type { GatewayOptions } from '../../mock-server/options.ts'

export type Fetch = (request: Request) => Promise<Response>

/** What a wrapper may know of the gateway that it stands before. */
export interface Setting {
  readonly contract: Contract
  readonly webhookSecret: string
  readonly ownerToken: string
}

export type Wrap = (fetch: Fetch, setting: Setting) => Fetch

/** A gateway that does one thing otherwise, and still as it may. */
export interface Variant {
  /** In kebab-case. */
  readonly id: string
  /** What it does otherwise, and what of WIRE allows it. */
  readonly title: string
  readonly gateway?: Partial<Omit<GatewayOptions, 'contract'>>
  readonly wrap?: Wrap
  /** A path below which the target lives. */
  readonly base?: string
  /** Over HTTP, where the connection matters. */
  readonly http?: true
  /** The twin would see ids that the caller does not know. */
  readonly unwitnessed?: true
  /** The second seed. */
  readonly otherSeed?: true
  /** The seed, changed: its JSON as parsed. */
  readonly reseeded?: (seed: JsonObject) => void
  /** The owner's session in another form than a bearer token. */
  readonly ownerHeader?: (token: string) => string
  /** Checks of a SHOULD that may warn: the catalogue recommends what WIRE leaves free. */
  readonly mayWarn?: readonly string[]
  /** Checks that may be left open, where others write between every two reads of a count. */
  readonly mayBeUnclear?: readonly string[]
}

/** JSON that may be edited in place. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [member: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list in JSON: what `Array.isArray` does not say of its items. */
export function isList(value: unknown): value is Json[] {
  return Array.isArray(value)
}

export function isJson({ headers }: Request | Response): boolean {
  return /[/+]json\b/.test(headers.get('content-type') ?? '')
}

export function isHtml({ headers }: Response): boolean {
  return (headers.get('content-type') ?? '').startsWith('text/html')
}

export function pathOf(request: Request): string {
  return new URL(request.url).pathname
}

/** The same answer with another body, other headers or another status. A header of `null` is taken away. */
export function answerWith(
  response: Response,
  body: ConstructorParameters<typeof Response>[0],
  headers: { readonly [name: string]: string | null } = {},
  status: number = response.status,
): Response {
  const changed = new Headers(response.headers)
  changed.delete('content-length')
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) changed.delete(name)
    else changed.append(name, value)
  }
  return new Response(body, { status, headers: changed })
}

/** Puts headers in the place of others of their name. */
export function withHeaders(response: Response, headers: { readonly [name: string]: string }): Response {
  const changed = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) changed.set(name, value)
  return new Response(response.body, { status: response.status, headers: changed })
}

/** A refusal in the words of WIRE's conventions. */
export function refusal(status: number, code: string): Response {
  return Response.json({ ok: false, code }, { status })
}

/** The JSON object that a request carries; undefined where it carries none. The request can still be sent. */
export async function bodyOf(request: Request): Promise<{ readonly [member: string]: Json } | undefined> {
  if (request.body === null) return undefined
  try {
    const parsed: unknown = JSON.parse(await request.clone().text())
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** The same request with another body. */
export function requestWith(
  request: Request,
  body: string,
  headers: { readonly [name: string]: string } = {},
): Request {
  const changed = new Headers(request.headers)
  changed.delete('content-length')
  for (const [name, value] of Object.entries(headers)) changed.set(name, value)
  return new Request(request.url, { method: request.method, headers: changed, body, redirect: 'manual' })
}

/** Edits every JSON object that is answered, in place. */
export function editingJson(edit: (body: JsonObject, url: string) => void): Wrap {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    if (!isJson(response) || response.body === null) return response
    const text = await response.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    if (!isObject(body)) return answerWith(response, text)
    edit(body, request.url)
    return answerWith(response, JSON.stringify(body))
  }
}

/** Writes every JSON answer otherwise. */
export function writingJson(write: (body: Json) => string, contentType?: string): Wrap {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    if (!isJson(response) || response.body === null) return response
    const text = await response.text()
    if (text === '') return answerWith(response, null)
    const written = answerWith(response, write(JSON.parse(text) as Json))
    return contentType === undefined ? written : withHeaders(written, { 'content-type': contentType })
  }
}

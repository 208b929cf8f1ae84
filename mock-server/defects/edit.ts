import { bodyOf } from '../http/answer.ts'
import { isFields } from '../http/fields.ts'

/** A JSON answer with its object edited; any other answer as it is. */
export async function editJson(
  response: Response,
  edit: (body: Record<string, unknown>) => Readonly<Record<string, unknown>>,
): Promise<Response> {
  const body = await bodyOf(response)
  return body === undefined ? response : withBody(response, JSON.stringify(edit(body)))
}

/** An answer's member that is an object, with more members; nothing when there is no such member. */
export function insideOf(
  body: Readonly<Record<string, unknown>>,
  name: string,
  more: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const inner = body[name]
  return isFields(inner) ? { [name]: { ...inner, ...more } } : {}
}

/** The answer's text, edited, whatever it is. */
export async function editText(response: Response, edit: (text: string) => string): Promise<Response> {
  return withBody(response, edit(await response.text()))
}

/** Markup at the end of a page's body; any other answer as it is. */
export async function editHtml(response: Response, markup: string): Promise<Response> {
  if (response.headers.get('content-type')?.includes('html') !== true) return response
  return editText(response, (html) => html.replace('</main>', () => `${markup}\n</main>`))
}

export function withHeader(response: Response, name: string, value: string): Response {
  const headers = new Headers(response.headers)
  headers.append(name, value)
  return new Response(response.body, { status: response.status, headers })
}

function withBody({ status, headers }: Response, body: string): Response {
  return new Response(body, { status, headers })
}

import { withHeader } from './edit.ts'

/** Gives an answer an entity tag, and leaves its body out for a request that has it already (RFC 9110, section 13.1.2). */
export function tagged(request: Request, response: Response, tag: string): Response {
  const etag = `"${tag}"`
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers: { etag } })
    : withHeader(response, 'etag', etag)
}

/**
 * Whether an answer belongs to a race for a key that another request has won. The winner's answer is held back for a
 * moment, so that whoever waits for it comes later and is no racer.
 */
export async function losesRace(
  memory: Map<string, unknown>,
  key: unknown,
  response: Response,
): Promise<boolean> {
  if (typeof key !== 'string') return false
  const name = `race ${key}`
  if (memory.has(name) || !response.ok) return memory.get(name) === true
  memory.set(name, true)
  await new Promise((resolve) => setTimeout(resolve, 20))
  memory.set(name, false)
  return false
}

/** The same request under another key. */
export function underKey(request: Request, body: object, idempotencyKey: string): Request {
  const { url, method } = request
  const headers = new Headers(request.headers)
  for (const name of ['idempotency-key', 'content-length']) headers.delete(name)
  return new Request(url, { method, headers, body: JSON.stringify({ ...body, idempotencyKey }) })
}

import type { RouteName } from '../routes/route.ts'
import type { Defect } from './define.ts'

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

/** Answers a loser of a race on `route`, refused since its key stands for another, as if it had come under a key of its own. */
export function recordingLosers(wanted: RouteName): NonNullable<Defect['respond']> {
  return async ({ route, request, requestBody, memory, inner }, response) => {
    const key = requestBody['idempotencyKey']
    if (route !== wanted || typeof key !== 'string') return response
    const lost = await losesRace(memory, key, response)
    return lost && response.status === 409 ? inner(underKey(request, requestBody, `${key}, again`)) : response
  }
}

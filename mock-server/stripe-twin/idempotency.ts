import { invalidParam, StripeFailure, type Answer } from './errors.ts'

const maxKeyLength = 255
const keptSeconds = 24 * 3600

interface Kept {
  readonly request: string
  readonly answer: Answer
  readonly at: number
}

/** A request as the idempotency layer sees it. */
interface KeyedRequest {
  /** Whose keys these are: keys of two accounts never meet. */
  readonly scope: string
  readonly key: string
  /** What must be equal for a replay: method, path and parameters, as one text. */
  readonly fingerprint: string
  /** Unix seconds. */
  readonly now: number
}

/** Stripe's idempotency layer: the first answer of a key is kept for a day and given again to the same request. */
interface IdempotencyStore {
  /**
   * Runs `execute`, or replays. A request that fails its validation is not kept, so it can be put right and sent
   * again under the same key. Throws StripeFailure when the key belongs to another request.
   */
  once(request: KeyedRequest, execute: () => Answer): Answer
  clear(): void
}

/** `keep` bounds how many keys are kept; the oldest goes first. */
export function createIdempotencyStore(keep = Infinity): IdempotencyStore {
  const kept = new Map<string, Kept>()
  return {
    once({ scope, key, fingerprint, now }, execute) {
      if (key.length > maxKeyLength) {
        throw invalidParam('idempotency_key', `Idempotency keys have at most ${maxKeyLength} characters`)
      }
      const place = `${scope}\n${key}`
      const earlier = kept.get(place)
      if (earlier !== undefined && now - earlier.at < keptSeconds) {
        if (earlier.request === fingerprint) {
          return { ...earlier.answer, headers: { ...earlier.answer.headers, 'idempotent-replayed': 'true' } }
        }
        throw new StripeFailure(400, {
          type: 'idempotency_error',
          message:
            'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        })
      }
      const answer = execute()
      kept.set(place, { request: fingerprint, answer, at: now })
      const [oldest] = kept.keys()
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest)
      return answer
    },
    clear: () => {
      kept.clear()
    },
  }
}

import { STATUS_CODES } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { errors, type Dispatcher } from 'undici'
import { availableBody } from './available-body.ts'

/** One answer on its way into an undici handler. After an abort or an error nothing more is said. */
interface Reply {
  /** Tells the handler that its request begins; false when it was aborted before. */
  start(): boolean
  answer(response: Response): Promise<void>
  fail(error: Error): void
}

/** undici hands its mock layer handlers of two protocols: the one of version 7 and the one before it. Speaks both. */
export function createReply(handler: Dispatcher.DispatchHandler): Reply {
  const isNew = handler.onRequestStart !== undefined
  let reason: Error | undefined
  let ended = false

  const controller: Dispatcher.DispatchController = {
    get aborted() {
      return reason !== undefined
    },
    get paused() {
      return false
    },
    get reason() {
      return reason ?? null
    },
    rawHeaders: null,
    rawTrailers: null,
    abort: (error) => {
      fail(error)
    },
    // The whole answer is handed over at once: there is no stream to hold back.
    pause: () => undefined,
    resume: () => undefined,
  }

  function fail(error: Error): void {
    if (ended) return
    ended = true
    reason = error
    if (isNew) handler.onResponseError?.(controller, error)
    else handler.onError?.(error)
  }

  return {
    start: () => {
      if (isNew) handler.onRequestStart?.(controller, {})
      else handler.onConnect?.((error) => fail(error ?? new DOMException('aborted', 'AbortError')))
      return !ended
    },
    fail,
    answer: async (response) => {
      const { body, broke } = await availableBody(response)
      if (ended) return
      const pairs = [...response.headers]
      const raw = pairs.flatMap(([name, value]) => [
        Buffer.from(name, 'latin1'),
        Buffer.from(value, 'latin1'),
      ])
      const words = response.statusText || (STATUS_CODES[response.status] ?? '')
      if (isNew) {
        controller.rawHeaders = raw
        handler.onResponseStart?.(controller, response.status, grouped(pairs), words)
      } else handler.onHeaders?.(response.status, raw, () => undefined, words)
      // A fetch listens for what breaks only once its caller's promise has been settled by the head, in a later turn.
      if (broke) await nextTurn()
      if (hasEnded()) return
      if (body.length > 0) {
        if (isNew) handler.onResponseData?.(controller, body)
        else handler.onData?.(body)
      }
      if (hasEnded()) return
      if (broke) {
        fail(new errors.SocketError('other side closed'))
        return
      }
      ended = true
      if (isNew) handler.onResponseEnd?.(controller, {})
      else handler.onComplete?.([])
    },
  }

  function hasEnded(): boolean {
    return ended
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of pairs) {
    const earlier = headers[name]
    headers[name] = earlier === undefined ? value : [earlier, value].flat()
  }
  return headers
}

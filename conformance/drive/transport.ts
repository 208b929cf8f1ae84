import type { Failure, Header, ReceivedResponse } from '../transcript.ts'

/** A request as it goes onto the wire. */
export interface WireRequest {
  readonly method: string
  /** Path with query, relative to the target's base; sent as it is, without normalisation. */
  readonly path: string
  readonly headers: readonly Header[]
  readonly body: Uint8Array | null
  /** Milliseconds for this exchange, where they are fewer than the transport's limit. */
  readonly deadlineMs?: number
}

/** What came back, unsealed; it lives in memory only until it is sealed. */
export interface RawResponse extends Omit<ReceivedResponse, 'wire' | 'body'> {
  readonly body: string
  /** Text of every byte that the connection gave during the exchange, decoded as latin1; null where there is no tap. */
  readonly tapped: string | null
}

export interface WireResult {
  readonly response: RawResponse | null
  readonly failure: Failure | null
  /** Milliseconds from the first byte sent to the last byte received. */
  readonly tookMs: number
}

/** The only way to a target. */
export interface Transport {
  readonly send: (request: WireRequest) => Promise<WireResult>
  /**
   * Sends requests so that they meet at the target: all but the last byte of each is written first, then the last
   * bytes leave together.
   */
  readonly race: (requests: readonly WireRequest[]) => Promise<readonly WireResult[]>
  readonly close: () => Promise<void>
}

/** What a target may cost. */
export interface Limits {
  /** Total time of one exchange, from the call to the last byte. */
  readonly deadlineMs: number
  /** Bytes of a body, before and after decoding. */
  readonly maxBodyBytes: number
  readonly maxHeaderBytes: number
  readonly maxInterimResponses: number
}

export const defaultLimits: Limits = {
  deadlineMs: 10_000,
  maxBodyBytes: 1024 * 1024,
  maxHeaderBytes: 1024 * 1024,
  maxInterimResponses: 32,
}

/** A request as every face can be asked it. */
export interface Ask {
  readonly path: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** What a caller sees of the answer: its bytes one by one as characters; headers in lower case, sorted, without those of the connection and the clock. */
export interface Seen {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string
}

export type Face = (ask: Ask) => Promise<Seen>

const ofTheWire = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length']

export async function seenBy(response: {
  readonly status: number
  readonly headers: Iterable<[string, string]>
  arrayBuffer(): Promise<ArrayBuffer>
}): Promise<Seen> {
  const headers = [...response.headers].filter(([name]) => !ofTheWire.includes(name))
  return {
    status: response.status,
    headers: headers.map(([name, value]) => `${name}: ${value}`).sort(),
    body: Array.from(new Uint8Array(await response.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(
      '',
    ),
  }
}

export function initOf({ method = 'GET', headers = {}, body }: Ask) {
  return { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) }
}

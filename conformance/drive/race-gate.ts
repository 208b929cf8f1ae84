/** Holds back the last byte of each of `count` bodies until all the others have been handed to their sockets. */
export interface Gate {
  readonly body: (bytes: Uint8Array) => AsyncIterable<Uint8Array>
}

/** Milliseconds between the last of the heads and the last bytes. */
const settleMs = 15

/** A gate that opens when `count` bodies wait at it, or after `patienceMs`, so that one lost connection cannot hold the rest. */
export function raceGate(count: number, patienceMs: number): Gate {
  let waiting = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const timer = setTimeout(open, patienceMs / 2)
  return {
    body: async function* (bytes) {
      if (bytes.length === 0) throw new TypeError('a race needs a body: its last byte is the starting gun')
      if (bytes.length > 1) yield bytes.subarray(0, -1)
      waiting += 1
      if (waiting === count) {
        clearTimeout(timer)
        // So that what was yielded has reached the target, and been read there, before the last bytes go.
        setTimeout(open, settleMs)
      }
      await opened
      yield bytes.subarray(-1)
    },
  }
}

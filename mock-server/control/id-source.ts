/** Where the ids of a world come from: real randomness, or a seed that gives the same ids in the same order again. */
export interface IdSource {
  random(this: void, length: number): Uint8Array
  state(): IdState
  restore(state: IdState): void
}

export interface IdState {
  readonly seed: string | null
  /** How many ids were drawn from the seed. */
  readonly drawn: number
}

export const unseeded: IdState = { seed: null, drawn: 0 }

export function createIdSource(random: (length: number) => Uint8Array): IdSource {
  let state = unseeded
  return {
    random(length) {
      const { seed, drawn } = state
      if (seed === null) return random(length)
      state = { seed, drawn: drawn + 1 }
      return bytesFor(seed, drawn, length)
    },
    state: () => state,
    restore(to) {
      state = to
    },
  }
}

/** Bytes that follow from seed and number alone. Reproducible, and no secret: never for keys or tokens. */
function bytesFor(seed: string, drawn: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < length; at += 4) view.setUint32(at, hash(`${at}/${seed}/${drawn}`))
  return bytes.subarray(0, length)
}

/** FNV-1a over UTF-16 units, its bits mixed once more so that neighbours look nothing alike. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

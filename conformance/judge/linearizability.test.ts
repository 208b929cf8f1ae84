import { describe, expect, test } from 'vitest'
import { linearize, type Call, type SequentialModel } from './linearizability.ts'

type Write = { readonly write: number } | 'read'

/** A register: a write answers `done`, a read answers the value. */
const register: SequentialModel<number, Write, number | 'done'> = {
  initial: 0,
  step: (state, input, output) => {
    if (input === 'read') return output === undefined || output === state ? state : undefined
    return output === 'done' || output === undefined ? input.write : undefined
  },
}

const call = (input: Write, output: number | 'done' | undefined, start: number, end: number) =>
  ({ input, output, start, end }) satisfies Call<Write, number | 'done'>

/** One key: the first call records, all others replay its id. */
const once: SequentialModel<string | null, 'record', { readonly id: string; readonly duplicate: boolean }> = {
  initial: null,
  step: (state, _input, output) => {
    if (output === undefined) return state ?? 'unknown'
    if (!output.duplicate) return state === null ? output.id : undefined
    return state === output.id ? state : undefined
  },
}

describe('linearize', () => {
  test('takes an empty history', () => {
    expect(linearize([], register)).toEqual({ linearizable: true, order: [] })
  })

  test('lets overlapping calls take effect in either order', () => {
    const history = [call({ write: 1 }, 'done', 0, 10), call('read', 0, 1, 9), call('read', 1, 2, 8)]
    expect(linearize(history, register)).toEqual({ linearizable: true, order: [1, 0, 2] })
  })

  test('refuses a read of an old value after the write has ended', () => {
    const history = [call({ write: 1 }, 'done', 0, 10), call('read', 0, 11, 12)]
    expect(linearize(history, register)).toEqual({ linearizable: false, order: [0] })
  })

  test('refuses two reads that see the writes in two orders', () => {
    const history = [
      call({ write: 1 }, 'done', 0, 30),
      call('read', 1, 1, 2),
      call('read', 0, 3, 4),
      call('read', 1, 5, 6),
    ]
    expect(linearize(history, register).linearizable).toBe(false)
  })

  test('a call without an answer may have taken effect, or not', () => {
    const lost = call({ write: 1 }, undefined, 0, 1)
    expect(linearize([lost, call('read', 1, 5, 6)], register).linearizable).toBe(true)
    expect(linearize([lost, call('read', 0, 5, 6)], register).linearizable).toBe(true)
    expect(linearize([lost, call('read', 2, 5, 6)], register).linearizable).toBe(false)
  })

  test('touching intervals overlap: the clock may not tell them apart', () => {
    const history = [call({ write: 1 }, 'done', 0, 5), call('read', 0, 5, 6)]
    expect(linearize(history, register).linearizable).toBe(true)
  })

  const racing = (id: string, duplicate: boolean, end = 5) => ({
    input: 'record' as const,
    output: { id, duplicate },
    start: 0,
    end,
  })

  test('one that records and nineteen that replay', () => {
    const history = [...Array.from({ length: 19 }, () => racing('a', true)), racing('a', false, 40)]
    expect(linearize(history, once)).toMatchObject({ linearizable: true, order: { length: 20, 0: 19 } })
  })

  test('two that record, or one that replays another id, are refused', () => {
    const replays = Array.from({ length: 18 }, () => racing('a', true))
    expect(linearize([racing('a', false), racing('a', false), ...replays], once).linearizable).toBe(false)
    expect(linearize([racing('a', false), racing('b', true), ...replays], once).linearizable).toBe(false)
  })

  test('is done soon with twenty calls that all differ', () => {
    const history = Array.from({ length: 20 }, (_, i) => racing(`id-${i}`, false, i))
    expect(linearize(history, once).linearizable).toBe(false)
  })
})

import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { linearize, type Call, type SequentialModel } from './linearizability.ts'
import { memberOf, statusOf } from './look.ts'
import { isLimited, isRefusal, isReplay, outcomeOf, writtenId } from './writes.ts'

/** What a racing write under one key came to. `refused` covers a conflict, also one with a request still under way. */
type Outcome = { readonly id: string; readonly duplicate: boolean } | 'refused'

/** One key, one effect: who comes first records, all alike replay that, and others are refused. */
const oneKeyOneEffect: SequentialModel<
  { readonly id: string | null; readonly request: string } | null,
  string,
  Outcome
> = {
  initial: null,
  step: (state, request, outcome) => {
    if (outcome === 'refused') return state
    if (outcome === undefined) return state ?? { id: null, request }
    if (!outcome.duplicate) return state === null ? { id: outcome.id, request } : undefined
    if (state === null || state.request !== request) return undefined
    return state.id === null || state.id === outcome.id ? { ...state, id: outcome.id } : undefined
  },
}

/** A version that only a write on its present value moves, and only forward. */
export const oneWriteAVersion: SequentialModel<number, number, { readonly next: number } | 'stale'> = {
  initial: 0,
  step: (present, expected, outcome) => {
    const current = present === 0 ? expected : present
    if (outcome === 'stale') return current === expected ? undefined : current
    if (outcome === undefined) return current === expected ? current + 1 : current
    return current === expected && outcome.next > current ? outcome.next : undefined
  },
}

/** The rounds of a race: its exchanges by variant. */
export function roundsOf(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const rounds = new Map<string, Exchange[]>()
  for (const x of exchanges) {
    const variant = x.variant ?? ''
    rounds.set(variant, [...(rounds.get(variant) ?? []), x])
  }
  return rounds
}

/** A race as a history. `sameWish` tells what was asked for; an untold `duplicate` is taken for the word that fits. */
function historyOf(
  exchanges: readonly Exchange[],
  sameWish: (exchange: Exchange) => string,
): Call<string, Outcome>[] {
  return exchanges.map((x) => ({
    input: sameWish(x),
    output: toldOutcome(x),
    start: x.sentAt,
    end: x.sentAt + x.tookMs,
  }))
}

function toldOutcome(x: Exchange): Outcome | undefined {
  const id = writtenId(x)
  const duplicate = memberOf(x, 'duplicate')
  if (id !== undefined && typeof duplicate === 'boolean') return { id, duplicate }
  return isRefusal(x) && !isLimited(x) ? 'refused' : undefined
}

/**
 * Judges what the key of a race stands for afterwards. Where several things were asked for, which of them won is not told
 * for sure: the others may be refused, but one has to replay.
 */
export function judgeAfterRace(
  record: Recorder,
  after: readonly Exchange[],
  what: string,
  { id, mixed }: { readonly id: string; readonly mixed: boolean },
): void {
  record.each(after, `the ${what} after the race`, (x) => {
    const mayRefuse = mixed && isRefusal(x) && after.some(isReplay)
    record.expect((isReplay(x) && writtenId(x) === id) || mayRefuse, x, {
      message: `after the race the key does not stand for the ${what} that won it`,
      expected: `200, id ${id}, duplicate true`,
      seen: outcomeOf(x),
      pointer: '/response/body',
    })
  })
}

/** Judges one round: no 5xx, one id, and an order in which every answer makes sense. */
export function judgeRound(
  record: Recorder,
  round: readonly Exchange[],
  what: string,
  sameWish: (exchange: Exchange) => string = () => '',
): void {
  const ids = new Set<string>()
  for (const x of round) {
    const status = statusOf(x) ?? 0
    if (isLimited(x) || x.response === null) continue
    record.expect(status < 500, x, {
      message: `a racing ${what} was answered with a server error`,
      expected: 'the result, its replay, or a refusal below 500',
      seen: `status ${status}`,
      pointer: '/response/status',
    })
    const id = writtenId(x)
    if (id === undefined) continue
    ids.add(id)
    record.expect(ids.size === 1, x, {
      message: `racing ${what}s with one key gave more than one id`,
      expected: `id ${[...ids][0]}`,
      seen: outcomeOf(x),
      pointer: '/response/body',
    })
  }
  const [first] = round
  const [refused] = round.filter((x) => isRefusal(x) && !isLimited(x))
  if (first === undefined || ids.size === 0) {
    const all = refused !== undefined && round.every((x) => isRefusal(x) && !isLimited(x))
    if (!all) return record.missing(`a racing ${what} that was taken`)
    record.expect(false, refused, {
      message: `of racing ${what}s with one key none was taken`,
      expected: 'one that is the first, and replays of it',
      seen: outcomeOf(refused),
      pointer: '/response/status',
    })
    return
  }
  if (ids.size > 1) return
  const { linearizable } = linearize(historyOf(round, sameWish), oneKeyOneEffect)
  const firsts = round.filter((x) => memberOf(x, 'duplicate') === false)
  record.expect(linearizable, firsts[1] ?? firsts[0] ?? first, {
    message: `no order of the racing ${what}s explains their answers`,
    expected: 'one that is the first, and replays of it',
    seen: `${firsts.length} of ${round.length} answered duplicate false`,
    pointer: '/response/body/duplicate',
  })
}

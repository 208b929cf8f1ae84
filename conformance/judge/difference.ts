import type { Exchange } from '../transcript.ts'
import { leavesOf, type Leaf } from './leaves.ts'

/** Answers of the same step in flows of two worlds; the worlds differ in their secrets alone. */
export interface Position {
  readonly step: string
  readonly flows: readonly { readonly world: string; readonly exchange: Exchange }[]
}

/** A place of an answer that tells the worlds apart. */
export interface Difference {
  readonly exchange: Exchange
  readonly step: string
  readonly pointer: string
  /** Whether the value itself follows the world, or only its length. */
  readonly how: 'value' | 'length'
}

/** Lengths of honest random ids differ by a character or two; those of coded secrets by what the secrets differ by. */
const telltaleLength = 8

/** The steps that every flow of both worlds answered, in the order in which they were driven. */
export function positionsOf(exchanges: readonly Exchange[]): readonly Position[] {
  const steps = new Map<string, { world: string; flow: number; exchange: Exchange }[]>()
  const flows = new Set<number>()
  for (const exchange of exchanges) {
    const { world, flow } = exchange.about
    if (typeof world !== 'string' || typeof flow !== 'number') continue
    flows.add(flow)
    const list = steps.get(exchange.step) ?? []
    steps.set(exchange.step, [...list.filter((other) => other.flow !== flow), { world, flow, exchange }])
  }
  return [...steps].flatMap(([step, list]) =>
    list.length === flows.size && list.every(({ exchange }) => exchange.response !== null)
      ? [{ step, flows: list.sort((a, b) => a.flow - b.flow) }]
      : [],
  )
}

/**
 * Where the answers of one world agree among themselves and not with those of the other. Noise is what does not agree
 * within a world; a value that any answer of the other world has at the same place follows something else, e.g. a node.
 */
export function differencesIn(positions: readonly Position[]): readonly Difference[] {
  const everywhere = valuesByWorld(positions)
  return positions.flatMap(({ step, flows }) => {
    const leaves = flows.map(({ world, exchange }) => ({ world, exchange, leaves: leavesOf(exchange) }))
    const places = new Set(leaves.flatMap((flow) => [...flow.leaves.keys()]))
    return [...places].flatMap((place): Difference[] => {
      const at = leaves.map(({ world, exchange, leaves: of }) => ({ world, exchange, leaf: of.get(place) }))
      const how = followsTheWorld(
        at,
        (world, value) => everywhere.get(`${place} ${world}`)?.has(value) ?? false,
      )
      const shown = at.find(({ leaf }) => leaf !== undefined)
      return how === null || shown?.leaf === undefined
        ? []
        : [{ exchange: shown.exchange, step, pointer: shown.leaf.pointer, how }]
    })
  })
}

function followsTheWorld(
  at: readonly { readonly world: string; readonly leaf: Leaf | undefined }[],
  seenIn: (world: string, value: string) => boolean,
): Difference['how'] | null {
  const worlds = [...new Set(at.map(({ world }) => world))]
  const [a = [], b = []] = worlds.map((name) => at.filter(({ world }) => world === name))
  const [worldA = '', worldB = ''] = worlds
  if (a.length < 2 || b.length < 2) return null
  const first = a[0]?.leaf
  const other = b[0]?.leaf
  const same = (list: typeof a, of: (leaf: Leaf | undefined) => unknown) =>
    new Set(list.map(({ leaf }) => of(leaf))).size === 1
  const value = (leaf: Leaf | undefined) => leaf?.value
  if (same(a, value) && same(b, value)) {
    const differs = first?.value !== other?.value
    const elsewhere =
      (first !== undefined && seenIn(worldB, first.value)) ||
      (other !== undefined && seenIn(worldA, other.value))
    return differs && !elsewhere ? 'value' : null
  }
  if (first === undefined || other === undefined || at.some(({ leaf }) => leaf?.isText !== true)) return null
  const length = (leaf: Leaf | undefined) => leaf?.value.length
  const apart = Math.abs(first.value.length - other.value.length)
  return same(a, length) && same(b, length) && apart >= telltaleLength ? 'length' : null
}

function valuesByWorld(positions: readonly Position[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>()
  for (const { flows } of positions)
    for (const { world, exchange } of flows)
      for (const [place, leaf] of leavesOf(exchange)) {
        const key = `${place} ${world}`
        const set = values.get(key) ?? new Set<string>()
        values.set(key, set.add(leaf.value))
      }
  return values
}

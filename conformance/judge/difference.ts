import type { Exchange } from '../transcript.ts'
import { leavesOf, wholeBody, type Leaf } from './leaves.ts'

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
  /** Whether the value itself follows the world, or a part of it, or only its length. */
  readonly how: 'value' | 'part' | 'length'
}

/** Lengths of honest random ids differ by a character or two; those of coded secrets by what the secrets differ by. */
const telltaleLength = 8

/**
 * So many characters at the beginning or the end of values that are else fresh, beyond what the worlds have in common
 * there, are no chance: three random hexadecimal ids begin alike by one digit in one of 256 cases, by six in none.
 */
const telltalePart = 6
/** Longer texts are prose or pages, which begin and end alike anyway. */
const longestToken = 512

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
    const differenceAt = (place: string): Difference[] => {
      const at = leaves.map(({ world, exchange, leaves: of }) => ({ world, exchange, leaf: of.get(place) }))
      const how = followsTheWorld(at, (world) => everywhere.get(`${place} ${world}`) ?? new Set())
      const shown = at.find(({ leaf }) => leaf !== undefined)
      return how === null || shown?.leaf === undefined
        ? []
        : [{ exchange: shown.exchange, step, pointer: shown.leaf.pointer, how }]
    }
    const inPlace = [...places].filter((place) => place !== wholeBody).flatMap(differenceAt)
    // The whole of an answer tells nothing more where one of its places already does.
    return inPlace.length > 0 ? inPlace : differenceAt(wholeBody)
  })
}

function followsTheWorld(
  at: readonly { readonly world: string; readonly leaf: Leaf | undefined }[],
  seenIn: (world: string) => ReadonlySet<string>,
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
      (first !== undefined && seenIn(worldB).has(first.value)) ||
      (other !== undefined && seenIn(worldA).has(other.value))
    return differs && !elsewhere ? 'value' : null
  }
  if (first === undefined || other === undefined || at.some(({ leaf }) => leaf?.isText !== true)) return null
  const [textsA, textsB] = [a, b].map((list) => list.map(({ leaf }) => leaf?.value ?? ''))
  if (partsTell(textsA ?? [], textsB ?? [], seenIn(worldA), seenIn(worldB))) return 'part'
  const length = (leaf: Leaf | undefined) => leaf?.value.length
  const apart = Math.abs(first.value.length - other.value.length)
  return same(a, length) && same(b, length) && apart >= telltaleLength ? 'length' : null
}

/** Whether all values of each world begin, or all end, alike, and no value of the other world does, at any step. */
function partsTell(
  a: readonly string[],
  b: readonly string[],
  everyA: ReadonlySet<string>,
  everyB: ReadonlySet<string>,
): boolean {
  const long = (texts: readonly string[]) => texts.some((text) => text.length > longestToken)
  if (long(a) || long(b)) return false
  return [(text: string) => text, (text: string) => [...text].reverse().join('')].some((turned) => {
    const [partA, partB] = [commonStart(a.map(turned)), commonStart(b.map(turned))]
    const common = commonStart([partA, partB]).length
    if (partA.length - common < telltalePart || partB.length - common < telltalePart) return false
    const beginsWith = (texts: ReadonlySet<string>, part: string) =>
      [...texts].some((text) => turned(text).startsWith(part))
    return !beginsWith(everyB, partA) && !beginsWith(everyA, partB)
  })
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
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

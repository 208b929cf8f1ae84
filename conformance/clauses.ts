import { parsePointer, toPointer } from '../contracts/json-pointer.ts'
import { rulings, type Ruling } from './clause-table.ts'

/** A value of the seed, a sentence of a text in it, or a member of what a sentence lists, with what is done about it. */
export interface Clause {
  /** The pointer, with `#2` for a sentence and `#2.3` for a member of its list. */
  readonly at: string
  readonly pointer: string
  /** Its words: text as it is, other values as JSON. */
  readonly words: string
  /** Requirements that judge it. */
  readonly requirements: readonly string[]
  /** Why nothing judges it; null where something does, or where nobody has said. */
  readonly reason: string | null
}

/** Every clause of a seed, in its order. Pure; a clause that no ruling reaches has neither requirements nor a reason. */
export function clausesOf(seed: unknown, table: readonly Ruling[] = rulings): Clause[] {
  return leaves(seed, []).flatMap(({ tokens, value }) => {
    const pointer = toPointer(tokens)
    const reaching = table
      .map((ruling) => ({ ...split(ruling.at), ruling }))
      .filter(({ pattern }) => fits(pattern, tokens))
    const parts = partsOf(
      value,
      reaching.map(({ part }) => part),
    )
    return parts.map(({ part, words }) => {
      const own = reaching.filter((each) => each.part === part).map(({ ruling }) => ruling)
      return {
        at: `${pointer}${part}`,
        pointer,
        words,
        requirements: [...new Set(own.flatMap(({ requirements }) => requirements))],
        reason: own.find(({ reason }) => reason !== undefined)?.reason ?? null,
      }
    })
  })
}

/** The places of rulings that reach nothing in a seed: what they spoke of is gone. */
export function idleRulings(seed: unknown, table: readonly Ruling[] = rulings): string[] {
  const clauses = clausesOf(seed, table).map(({ pointer, at }) => ({
    tokens: parsePointer(pointer),
    part: at.slice(pointer.length),
  }))
  return table
    .filter(({ at }) => {
      const { pattern, part } = split(at)
      return !clauses.some((clause) => clause.part === part && fits(pattern, clause.tokens))
    })
    .map(({ at }) => at)
}

interface Leaf {
  readonly tokens: readonly string[]
  readonly value: unknown
}

function leaves(value: unknown, tokens: readonly string[]): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ tokens, value }]
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...tokens, name]))
}

function split(at: string): { readonly pattern: readonly string[]; readonly part: string } {
  const [pointer = '', part] = at.split('#')
  return { pattern: parsePointer(pointer), part: part === undefined ? '' : `#${part}` }
}

function fits(pattern: readonly string[], tokens: readonly string[]): boolean {
  return pattern.length === tokens.length && pattern.every((part, i) => part === '*' || part === tokens[i])
}

/** A text of several sentences is taken apart, and a sentence into what it lists where a ruling speaks of its members. */
function partsOf(
  value: unknown,
  ruled: readonly string[],
): readonly { readonly part: string; readonly words: string }[] {
  if (typeof value !== 'string') return [{ part: '', words: JSON.stringify(value) }]
  const sentences = value.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  if (sentences.length === 1) return [{ part: '', words: value }]
  return sentences.flatMap((words, i) => {
    const part = `#${i + 1}`
    if (!ruled.some((other) => other.startsWith(`${part}.`))) return [{ part, words }]
    return words.split(/,\s+(?:and |or )?/).map((member, j) => ({ part: `${part}.${j + 1}`, words: member }))
  })
}

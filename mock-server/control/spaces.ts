import { unseeded } from './id-source.ts'
import { defaultNamespace } from './namespace.ts'
import { createSpace, type Blueprint, type Space } from './space.ts'

/** The worlds of a gateway, by name. */
export interface Spaces {
  /** The world of this name, made at its first use; undefined where there may be no other than the default. */
  get(name: string): Space | undefined
  /** Clears a world's rows and forgets it; the default one cannot go. False when there is none of this name. */
  remove(name: string): Promise<boolean>
  /** The default one first, then the least recently used. */
  list(): readonly Space[]
  close(): Promise<void>
}

const defaultMost = 200

export function createSpaces(blueprint: Blueprint): Spaces {
  const { store, maxNamespaces: most = defaultMost } = blueprint.options
  const first = createSpace(blueprint, defaultNamespace)
  const others = new Map<string, Space>()
  // Above that of every world whose rows are gone: a new one of its name meets no keys of before at the twin.
  let freshGeneration = 0

  function get(name: string): Space | undefined {
    if (name === defaultNamespace) return first
    if (most === 0) return undefined
    const space = others.get(name) ?? createSpace(blueprint, name, freshGeneration)
    others.delete(name)
    others.set(name, space)
    const [oldest] = others.values()
    if (others.size > most && oldest !== undefined) {
      if (store === undefined) outlive(oldest)
      void forget(oldest)
    }
    return space
  }

  function outlive(space: Space): void {
    freshGeneration = Math.max(freshGeneration, space.generation() + 1)
  }

  async function forget(space: Space): Promise<void> {
    others.delete(space.name)
    await space.close()
  }

  return {
    get,
    async remove(name) {
      const space = others.get(name)
      if (space === undefined) return false
      await space.begin({}, unseeded)
      outlive(space)
      await forget(space)
      return true
    },
    list: () => [first, ...others.values()],
    async close() {
      await Promise.all([...others.values()].map(forget))
      await first.close()
      await store?.close()
    },
  }
}

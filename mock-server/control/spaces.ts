import { defaultNamespace } from './namespace.ts'
import { createSpace, type Blueprint, type Space } from './space.ts'

/** The worlds of a gateway, by name. */
export interface Spaces {
  /** The world of this name, made at its first use; undefined where there may be no other than the default. */
  get(name: string): Space | undefined
  /** Forgets a world; the default one cannot go. */
  remove(name: string): Promise<boolean>
  /** The default one first, then the least recently used. */
  list(): readonly Space[]
  close(): Promise<void>
}

const defaultMost = 200

export function createSpaces(blueprint: Blueprint): Spaces {
  const most = blueprint.options.maxNamespaces ?? defaultMost
  const first = createSpace(blueprint, defaultNamespace)
  const others = new Map<string, Space>()

  function get(name: string): Space | undefined {
    if (name === defaultNamespace) return first
    if (most === 0) return undefined
    const space = others.get(name) ?? createSpace(blueprint, name)
    others.delete(name)
    others.set(name, space)
    const [oldest] = others.keys()
    if (others.size > most && oldest !== undefined) void remove(oldest)
    return space
  }

  async function remove(name: string): Promise<boolean> {
    const space = others.get(name)
    if (space === undefined) return false
    others.delete(name)
    await space.close()
    return true
  }

  return {
    get,
    remove,
    list: () => [first, ...others.values()],
    async close() {
      await Promise.all([...others.keys()].map(remove))
      await first.close()
      await blueprint.options.store?.close()
    },
  }
}

/** Work that goes on after an answer. `stop` drops what has not begun and waits for what has. */
export function createLater() {
  const waiting = new Set<ReturnType<typeof setTimeout>>()
  const running = new Set<Promise<unknown>>()
  const later = (delay: number, work: () => Promise<unknown>): void => {
    const timer = setTimeout(() => {
      waiting.delete(timer)
      const run = work()
        .catch(() => undefined)
        .finally(() => running.delete(run))
      running.add(run)
    }, delay)
    waiting.add(timer)
  }
  const stop = async (): Promise<void> => {
    for (const timer of waiting) clearTimeout(timer)
    waiting.clear()
    await Promise.all(running)
  }
  return { later, stop }
}

import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { serve } from '../mock-server/faces/serve.ts'
import { createSandbox } from '../mock-server/sandbox.ts'

/**
 * The gateway under `npm run soak`, in a process of its own so that its memory is its own. Tells its parent where it
 * listens; asked `memory`, collects garbage and answers `[heap, rss]` in bytes; ends when the parent lets go.
 */
const contract = readContract(defaultSeed)
const sandbox = createSandbox({ contract, control: true, maxNamespaces: 50, twinKeeps: 1_000 })
const server = await serve(sandbox.fetch)

process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.([heapUsed, rss])
})
process.on('disconnect', () => {
  void server.close().then(() => sandbox.close())
})
process.send?.(server.origin)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A gateway in a process of its own, started as `npm run mock` starts it. */
export interface CliReplica {
  readonly origin: string
  /** All that it has printed. */
  output(): string
  /** SIGKILL: no handler runs, nothing is finished. */
  kill(): Promise<void>
}

/** Resolves once the replica answers; rejects with what it printed when it ends before. */
export async function startCliReplica(
  args: readonly string[],
  env: Record<string, string>,
): Promise<CliReplica> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'mock-server/cli.ts', '--port', '0', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  // Also where a test has timed out and its own end is never reached.
  process.once('exit', () => child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const ended = once(child, 'close').then(() => true)
  while (!output.includes('Ctrl-C')) {
    const over = await Promise.race([ended, once(child.stdout, 'data')])
    if (over === true) throw new Error(`a replica ended:\n${output}`)
  }
  return {
    origin: /Gateway {2}(\S+)/.exec(output)?.[1] ?? '',
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Edge } from './commands/edge.ts'

/** A process's edge that keeps what is said. */
export function quietEdge(
  env: Readonly<Record<string, string>> = {},
): Edge & { readonly said: () => string } {
  let said = ''
  return {
    out: (text) => (said += text),
    err: (text) => (said += text),
    env: (name) => env[name],
    append: () => {},
    live: false,
    said: () => said,
  }
}

/** A new folder for the test that asks, with files in it; it goes when the test is over. */
export function folderWith(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content))
  return folder
}

export function readIn(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

interface Ended {
  readonly code: number | null
  readonly said: string
}

interface Surroundings {
  /** The reader goes before anything is said, as under `| head -0`. */
  readonly unread?: boolean
  /** A module that runs in the same process beside the file. */
  readonly beside?: string
}

/** Runs the real command line. */
export function spawnCli(
  args: readonly string[],
  cwd: string,
  surroundings: Surroundings = {},
): Promise<Ended> {
  return spawnScript(join(import.meta.dirname, 'cli.ts'), args, cwd, surroundings)
}

/** Runs a TypeScript file in a process of its own, to its end. */
export function spawnScript(
  file: string,
  args: readonly string[],
  cwd: string,
  { unread = false, beside }: Surroundings = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const imports = [
      import.meta.resolve('tsx'),
      ...(beside === undefined ? [] : [`data:text/javascript,${beside}`]),
    ]
    const options = imports.flatMap((module) => ['--import', module])
    const child = spawn(process.execPath, [...options, file, ...args], { cwd })
    if (unread) child.stdout.destroy()
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })
}

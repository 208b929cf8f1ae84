import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { readContract } from '../contracts/seed-file.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const seedFile = join(root, 'seeds/checkout-offer-source-data.json')
const { texts, routes, primaryOffer } = readContract(seedFile)
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

interface Cli {
  readonly child: ChildProcess
  readonly output: () => string
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
}

function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Cli {
  const child = spawn(process.execPath, ['--import', 'tsx', 'mock-server/cli.ts', ...args], {
    cwd: root,
    env: { ...process.env, STRIPE_API_BASE: '', ...env },
  })
  running.push(child)
  let output = ''
  const add = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  return { child, output: () => output, ended }
}

/** Waits until the greeting is complete; fails with the output when the program ends before. */
async function greeted(started: Cli): Promise<string> {
  while (!started.output().includes('Ctrl-C')) {
    const over = await Promise.race([
      started.ended.then(() => true),
      once(started.child.stdout ?? process.stdout, 'data'),
    ])
    if (over === true) throw new Error(`ended early:\n${started.output()}`)
  }
  return started.output()
}

function found(pattern: RegExp, text: string): string {
  const [, group] = pattern.exec(text) ?? []
  if (group === undefined) throw new Error(`${String(pattern)} is not in:\n${text}`)
  return group
}

/** Runs a printed line in a real shell whose `curl` only tells its arguments, and sends that request. */
async function run(line: string): Promise<unknown> {
  const script = `curl() { printf '%s\\0' "$@"; }; ${line}`
  const told = await new Promise<string>((resolve, reject) => {
    execFile('sh', ['-c', script], (error, stdout) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`the shell refuses ${line}`, { cause: error }))
    })
  })
  const args = told.split('\0')
  const after = (flag: string): string | undefined =>
    args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined
  const url = args.find((arg) => arg.startsWith('http')) ?? ''
  const body = after('-d')
  const [name = '', value = ''] = (after('-H') ?? 'accept: */*').split(': ')
  const response = await fetch(
    url,
    body === undefined ? {} : { method: 'POST', body, headers: { [name]: value } },
  )
  return response.json()
}

describe('npm run mock', () => {
  it('prints addresses, secrets and lines that work, and ends cleanly', async () => {
    const started = cli(['--port', '0'])
    const text = await greeted(started)
    const origin = found(/Gateway {2}(http:\/\/127\.0\.0\.1:\d+)/, text)
    const stripeBase = found(/Stripe {3}(http:\/\/127\.0\.0\.1:\d+)/, text)
    expect(stripeBase).not.toBe(origin)
    expect(text).toMatch(/webhook secret {2}whsec_\w{32}/)
    expect(text).not.toContain('sk_test_')

    const lines = text.split('\n').filter((line) => line.startsWith('  curl'))
    const [read, preview, start] = await Promise.all(lines.slice(0, 3).map((line) => run(line)))
    expect(read).toMatchObject({ ok: true, confirmation: { text: texts.checkout } })
    expect(preview).toMatchObject({ status: 'preview', reason: 'preview_requested' })
    expect(start).toMatchObject({ status: 'stripe_session_created', duplicate: false })

    const ownerToken = found(/owner token {5}(\S+)/, text)
    const headers = { authorization: `Bearer ${ownerToken}` }
    expect((await fetch(`${origin}${routes.ownerActions}`, { headers })).status).toBe(200)
    expect((await fetch(`${origin}${routes.ownerActions}`)).status).toBe(401)

    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
    expect(started.output()).toMatch(/has ended/)
  })

  it('sends Stripe calls where it is told to, with the key it is given', async () => {
    const keys: (string | undefined)[] = []
    const stripe = createServer((request, response) => {
      keys.push(request.headers.authorization)
      response.end(JSON.stringify({ id: 'cs_test_elsewhere', url: 'https://pay.example/x' }))
    }).listen(0, '127.0.0.1')
    await once(stripe, 'listening')
    const address = stripe.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const env = { STRIPE_API_BASE: base, MY_KEY: 'sk_test_of_mine', MY_SECRET: 'whsec_of_mine' }
    const args = ['--port', '0', '--stripe-key', 'env:MY_KEY', '--webhook-secret', 'env:MY_SECRET']
    const text = await greeted(cli(args, env))
    const origin = found(/Gateway {2}(\S+)/, text)
    expect(text).toContain(`Stripe   ${base}\n`)
    expect(text).toContain('webhook secret  as given')
    expect(text).not.toContain('whsec_of_mine')
    const started = await fetch(`${origin}${routes.checkout}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: 'k' }),
    })
    expect(await started.json()).toMatchObject({ status: 'stripe_session_created' })
    expect(keys).toEqual(['Bearer sk_test_of_mine'])
    stripe.close()
  })

  it('takes another seed, and quotes its texts for the shell', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-cli-'))
    const seed = JSON.parse(await readFile(seedFile, 'utf8')) as {
      stacks: { confirmation: { checkoutText: string } }[]
    }
    const [stack] = seed.stacks
    if (stack === undefined) throw new Error('the seed has no stack')
    stack.confirmation.checkoutText = `Ja, “Größe” d'accord $HOME \`x\``
    const file = join(folder, 'seed.json')
    await writeFile(file, JSON.stringify(seed))
    const text = await greeted(cli(['--port', '0', '--seed', file]))
    const lines = text.split('\n').filter((line) => line.startsWith('  curl'))
    expect(await run(lines[2] ?? '')).toMatchObject({ status: 'stripe_session_created' })
    await rm(folder, { recursive: true })
  })

  it('warns when other machines can reach it', async () => {
    expect(await greeted(cli(['--port', '0', '--host', '0.0.0.0']))).toMatch(/WARNING {2}Other machines/)
  })

  it('refuses a mistake with exit code 2, naming the flag', async () => {
    const { ended, output } = cli(['--stripe-key', 'sk_live_abcdef'])
    expect(await ended).toBe(2)
    expect(output()).toContain('--stripe-key is a live key')
    expect(output()).not.toMatch(/sk_live_|\n\s+at /)
  })

  it('refuses a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const { ended, output } = cli(['--port', String(typeof address === 'object' ? address?.port : 0)])
    expect(await ended).toBe(2)
    expect(output()).toMatch(/--port: .* in use/)
    taken.close()
  })

  it('ends quietly when nobody reads on, as under `| head`', async () => {
    const { child, ended, output } = cli(['--port', '0'])
    child.stdout?.destroy()
    expect(await ended).toBe(0)
    expect(output()).toBe('')
  })

  it('helps and exits 0', async () => {
    const { ended, output } = cli(['--help'])
    expect(await ended).toBe(0)
    expect(output()).toContain('--stripe-base')
    expect(output()).not.toContain(primaryOffer.title)
  })
})

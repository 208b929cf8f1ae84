import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { serve, type RunningServer } from '../mock-server/faces/serve.ts'
import { startTestGateway, type TestGateway } from '../mock-server/testing.ts'
import { folderWith, quietEdge, readIn, spawnCli } from './cli.fixture.ts'
import { listCommand } from './commands/catalogue.ts'
import { initCommand } from './commands/init.ts'
import { judgeCommand } from './commands/judge.ts'
import { runCommand, runConfigured } from './commands/run.ts'
import { watchCommand } from './commands/watch.ts'
import { ConfigError, parseConfig } from './config.ts'
import { recordFile, transcriptFile } from './run-folder.ts'

let gateway: TestGateway
let server: RunningServer
beforeAll(async () => {
  gateway = startTestGateway()
  server = await serve(gateway.fetch)
})
afterAll(async () => {
  await server.close()
  await gateway.close()
})

const few = { only: 'SRC-01,SRC-03', browser: false }

describe('the command line', () => {
  test('a dead port exits 3, a typo in the configuration 2 and names what was meant', async () => {
    const gone = await serve(gateway.fetch)
    await gone.close()
    const folder = folderWith({
      'conformance.config.json': { taget: 'x', witness: { lissen: 'a' }, deadlineMs: -1 },
    })
    const dead = await spawnCli(['run', gone.origin, '--no-browser'], folderWith())
    expect(dead.said).toContain('cannot be reached')
    expect(dead.code).toBe(3)
    const typo = await spawnCli(['run', server.origin], folder)
    expect(typo.said).toContain('/taget: unknown key; did you mean "target"?')
    expect(typo.said).toContain('/witness/lissen: unknown key; did you mean "listen"?')
    expect(typo.said).toContain('/deadlineMs: ')
    expect(typo.code).toBe(2)
  })

  test('what escapes is a fault of the suite, exit 5, and never the 1 that blames the target', async () => {
    const later = `setTimeout(() => { throw new Error('out of nowhere') })`
    const beside = `process.on('newListener', (name) => name === 'uncaughtException' && ${later})`
    const ended = await spawnCli(['run', server.origin, '--no-browser'], folderWith(), { beside })
    expect(ended.said).toContain('a fault of the suite: Error: out of nowhere')
    expect(ended.code).toBe(5)
  })

  test('a reader that goes early costs neither the verdict nor the record', async () => {
    const folder = folderWith()
    const args = ['run', server.origin, '--no-browser', '--only', few.only, '--out', 'out']
    const ended = await spawnCli(args, folder, { unread: true })
    expect(ended).toEqual({ code: 0, said: '' })
    expect(readIn(folder, `out/${recordFile}`)).toContain('"verdict": "conformant"')
  })

  test('an unknown profile and a selection without any check are wrong use', async () => {
    const edge = quietEdge()
    const run = (flags: object) => runConfigured(server.origin, {}, '.', { ...few, ...flags }, edge)
    await expect(run({ profile: 'pubic' })).rejects.toThrow('there is no profile "pubic"')
    await expect(run({ only: 'nonsense' })).rejects.toThrow('no check fits "nonsense"')
    await expect(run({ only: 'SRC-01,redacton' })).rejects.toThrow('did you mean "redaction"?')
    expect(() => listCommand('nonsense', edge)).toThrow('no check fits')
  })

  test('secrets that are missing are told all at once', async () => {
    const config = parseConfig(
      '{"webhookSecret":{"env":"NOT_THERE"},"owner":{"headers":{"cookie":{"file":"not-there.txt"}}}}',
    )
    await expect(runConfigured(server.origin, config, '.', few, quietEdge())).rejects.toThrow(
      /\/webhookSecret: .*NOT_THERE is not set\n\/owner\/headers\/cookie: the file not-there.txt cannot be read/,
    )
  })

  test('the README’s configuration is one', () => {
    const readme = readIn(join(import.meta.dirname, '..'), 'README.md')
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
    expect(parseConfig(example)).toMatchObject({ webhookSecret: { env: 'STRIPE_WEBHOOK_SECRET' } })
  })

  test('a configuration with several faults tells them all', () => {
    try {
      parseConfig('{"profile":"x","drainMs":"soon","owner":{"headers":{"a":"plain"}}}')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      expect((error as ConfigError).problems).toHaveLength(3)
    }
  })
})

describe('a run’s folder', () => {
  test('judge gives the same record byte for byte, and tells what was tampered with', async () => {
    const folder = folderWith()
    const code = await runConfigured(server.origin, {}, folder, { ...few, out: folder }, quietEdge())
    expect(code).toBe(0)
    const record = readIn(folder, recordFile)
    const again = quietEdge()
    expect(judgeCommand(folder, again)).toBe(0)
    expect(again.said()).toContain('the same as record.json, byte for byte')
    expect(readIn(folder, recordFile)).toBe(record)

    writeFileSync(join(folder, recordFile), record.replace('"pass"', '"warn"'))
    const changedRecord = quietEdge()
    judgeCommand(folder, changedRecord)
    expect(changedRecord.said()).toContain('differs from record.json')

    writeFileSync(join(folder, recordFile), record)
    const transcript = readIn(folder, transcriptFile)
    writeFileSync(join(folder, transcriptFile), transcript.replaceAll('"status":200', '"status":500'))
    const changedTranscript = quietEdge()
    expect(judgeCommand(folder, changedTranscript)).not.toBe(0)
    expect(changedTranscript.said()).toContain('differs from record.json')
  })
})

describe('init', () => {
  test('writes a configuration that runs, against the default seed and against another', async () => {
    const folder = folderWith()
    expect(await initCommand(server.origin, { out: folder }, quietEdge())).toBe(0)
    expect(JSON.parse(readIn(folder, 'conformance.config.json'))).not.toHaveProperty('seed')
    await expect(initCommand(server.origin, { out: folder }, quietEdge())).rejects.toThrow('--force')

    const seed = join(import.meta.dirname, '../seeds/atelier-lumiere-source-data.json')
    const second = startTestGateway({ contract: readContract(seed) })
    const secondServer = await serve(second.fetch)
    try {
      const other = folderWith()
      expect(await initCommand(secondServer.origin, { seed, out: other }, quietEdge())).toBe(0)
      const config = join(other, 'conformance.config.json')
      expect(await runCommand(undefined, { ...few, config, out: other }, quietEdge())).toBe(0)
    } finally {
      await secondServer.close()
      await second.close()
    }
  })
})

test('watch runs again when the configuration or its seed changes', async () => {
  const { seed } = readContract(defaultSeed)
  const configured = { target: server.origin, seed: 'seed.json' }
  const folder = folderWith({ 'c.json': configured, 'seed.json': seed })
  const config = join(folder, 'c.json')
  const end = new AbortController()
  const codes: number[] = []
  const code = await watchCommand(
    undefined,
    { ...few, config, out: folder },
    quietEdge(),
    {
      everyMs: 10,
      signal: end.signal,
      onRun: (ran) => {
        codes.push(ran)
        if (codes.length === 1) writeFileSync(config, '{"targett": 1}')
        else if (codes.length === 2) writeFileSync(config, JSON.stringify({ ...configured, drainMs: 1 }))
        else if (codes.length === 3)
          writeFileSync(join(folder, 'seed.json'), JSON.stringify({ ...seed, id: 'another-seed' }))
        else end.abort()
      },
    },
    (error) => (error instanceof ConfigError ? 2 : 5),
  )
  expect(codes).toEqual([0, 2, 0, 1])
  expect(code).toBe(1)
})

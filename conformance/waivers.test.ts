import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type RunningServer } from '../mock-server/faces/serve.ts'
import { startTestGateway, type TestGateway } from '../mock-server/testing.ts'
import { quietEdge, readIn } from './cli.fixture.ts'
import { UsageError } from './commands/edge.ts'
import { runConfigured } from './commands/run.ts'
import type { RunRecord } from './record.ts'
import { recordFile } from './run-folder.ts'

describe('a baseline of known failures', () => {
  let folder: string
  let baseline: string
  let faulty: TestGateway
  let correct: TestGateway
  let servers: readonly RunningServer[]
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'conformance-'))
    baseline = join(folder, 'waivers.json')
    faulty = startTestGateway({ defects: ['price-wrong'] })
    correct = startTestGateway()
    servers = [await serve(faulty.fetch), await serve(correct.fetch)]
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    for (const server of servers) await server.close()
    await faulty.close()
    await correct.close()
  })

  const run = async (which: 0 | 1, flags: { waivers?: string; writeWaivers?: string }) => {
    const edge = quietEdge()
    const given = { only: 'SRC-*', browser: false, out: folder, ...flags }
    const code = await runConfigured(servers[which]?.origin, {}, folder, given, edge)
    const record = JSON.parse(readIn(folder, recordFile)) as RunRecord
    return { code, record, said: edge.said() }
  }
  const write = (edit: object) => {
    const drafts = JSON.parse(draft) as object[]
    const full = { reason: 'the price list follows next week', link: 'https://tracker.example/1' }
    writeFileSync(baseline, JSON.stringify(drafts.map((entry) => ({ ...entry, ...full, ...edit }))))
  }
  let draft = '[]'

  test('a draft is refused until it has reasons', async () => {
    const { code } = await run(0, { writeWaivers: baseline })
    expect(code).toBe(1)
    draft = readIn(folder, 'waivers.json')
    expect(JSON.parse(draft)).not.toEqual([])
    await expect(run(0, { waivers: baseline })).rejects.toThrow(/\/0\/reason: say why/)
  })

  test('applied, the run is incomplete and never conformant', async () => {
    write({})
    const { code, record } = await run(0, { waivers: baseline })
    expect(record.verdict).toBe('incomplete')
    expect(record.waivers.applied).not.toEqual([])
    expect(code).toBe(4)
  })

  test('a stale, an expired and an unknown entry fail', async () => {
    write({})
    const stale = await run(1, { waivers: baseline })
    expect(stale.record.waivers.problems.join()).toContain('stale')
    expect(stale.code).toBe(1)
    write({ expires: '2001-01-01' })
    const expired = await run(0, { waivers: baseline })
    expect(expired.record.waivers.problems.join()).toContain('expired on 2001-01-01')
    expect(expired.code).toBe(1)
    write({ check: 'source-data/no-such-check' })
    await expect(run(0, { waivers: baseline })).rejects.toThrow(UsageError)
  })
})

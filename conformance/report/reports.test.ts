import { beforeAll, describe, expect, test } from 'vitest'
import type { Edge } from '../commands/edge.ts'
import { publish } from '../commands/publish.ts'
import { explainCommand } from '../commands/catalogue.ts'
import { runOnGateway } from '../gateway.fixture.ts'
import type { RunRecord } from '../record.ts'
import type { RunResult } from '../run.ts'
import { annotations } from './github.ts'
import { badge } from './badge.ts'
import { curlLine } from './curl.ts'
import { htmlReport } from './html.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { sarifReport } from './sarif.ts'
import { terminalReport } from './terminal.ts'

/** An edge that keeps what was said and appended. */
function listen(
  env: Readonly<Record<string, string>>,
): Edge & { said: string; appended: [string, string][] } {
  const edge = {
    said: '',
    appended: [] as [string, string][],
    out: (text: string) => void (edge.said += text),
    err: () => undefined,
    env: (name: string) => env[name],
    append: (path: string, text: string) => void edge.appended.push([path, text]),
    live: false,
  }
  return edge
}

let run: RunResult
beforeAll(async () => {
  run = await runOnGateway({
    only: 'SRC-01,SRC-02,ELG-03,ELG-12,RED-01,NBL-03',
    profile: 'sandbox',
    gateway: { defects: ['price-wrong', 'email-plain-json'] },
  })
})

describe('what a reader needs stands in every report', () => {
  const reports = (): readonly (readonly [string, string])[] => [
    ['terminal', terminalReport(run.transcript, run.record)],
    ['Markdown', markdownReport(run.transcript, run.record)],
    ['HTML', htmlReport(run.transcript, run.record)],
  ]

  test('verdict, profile, requirement, the seed’s words with pointer, expected, seen, and a line to see it again', () => {
    const price = run.transcript.header.seed.stacks[0]?.primaryOffer.unitAmountCents ?? 0
    for (const [name, text] of reports()) {
      for (const words of [
        'non-conformant',
        'sandbox',
        'SRC-02',
        'seed /stacks/0',
        String(price),
        String(price + 1),
        'curl -sS',
      ])
        expect(text, name).toContain(words)
    }
  })

  test('of many findings, those that say something else are printed first', () => {
    const [failed] = run.record.checks.filter(({ status }) => status === 'fail')
    const [finding] = failed?.findings ?? []
    if (failed === undefined || finding === undefined) throw new Error('the run found nothing')
    const findings = ['same', 'same', 'same', 'same', 'other'].map((message, i) => ({
      ...finding,
      message,
      evidence: [{ entry: i + 1, pointer: `/response/headers/${i}` }],
    }))
    const record = { ...run.record, checks: [{ ...failed, findings }] }
    const printed = terminalReport(run.transcript, record).match(/^ {2}found .*$/gm)
    expect(printed).toEqual(['same', 'same', 'other'].map((message) => `  found     ${message}`))
  })

  test('a secret is named, and neither shown nor left as a marker', () => {
    for (const [name, text] of [...reports(), ['JUnit', junitReport(run.transcript, run.record)] as const]) {
      expect(text, name).toContain('RED-01')
      expect(text, name).not.toContain('⟦')
    }
    expect(htmlReport(run.transcript, run.record)).toMatch(/<mark>secret buyer-email#\d+<\/mark>/)
  })

  test('what a MAY found is a note, and no failure', () => {
    const noted = run.record.checks.filter(
      ({ requirement, findings }) => requirement === 'ELG-12' && findings.length > 0,
    )
    expect(noted.map(({ status }) => status)).toEqual(['pass'])
    expect(terminalReport(run.transcript, run.record)).toMatch(/^note {4}ELG-12/m)
    expect(terminalReport(run.transcript, run.record)).not.toMatch(/^(?:FAIL|warn) ELG-12/m)
    expect(markdownReport(run.transcript, run.record)).toMatch(/## Notes\n\n### ELG-12/)
    expect(htmlReport(run.transcript, run.record)).toContain('<article class="noted">\n<h3>ELG-12')
    expect(junitReport(run.transcript, run.record)).toContain('<system-out>note:')
    expect(sarifReport(run.transcript, run.record)).toMatch(
      /"ruleId": "ELG-12",\s+"ruleIndex": \d+,\s+"level": "note"/,
    )
    expect(annotations(run.transcript, run.record)).not.toContain('ELG-12')
  })

  test('what was not judged says how to unlock it', () => {
    for (const [name, text] of reports().slice(1)) expect(text, name).toContain('STRIPE_API_BASE')
  })

  test('thousands of findings leave a report readable', () => {
    const many: RunRecord = {
      ...run.record,
      checks: run.record.checks.map((check) => ({
        ...check,
        findings: Array.from({ length: 5_000 }, (_, i) => ({ first: check.findings[0], i })).flatMap(
          ({ first, i }) => (first === undefined ? [] : { ...first, message: `${first.message} ${i}` }),
        ),
      })),
    }
    expect(markdownReport(run.transcript, many).length).toBeLessThan(1_000_000)
    expect(htmlReport(run.transcript, many).length).toBeLessThan(4_000_000)
    expect(junitReport(run.transcript, many).length).toBeLessThan(4_000_000)
    expect(sarifReport(run.transcript, many).length).toBeLessThan(4_000_000)
    expect(htmlReport(run.transcript, many)).toContain('And 4992 more')
  })

  test('what says the same of the same place stands there once', () => {
    const text = terminalReport(run.transcript, run.record)
    expect(text).toMatch(/\(entry \d+ [^\n]*; the same at \d+/)
    const story = /FAIL SRC-02[^]*?remedy/.exec(text)?.[0] ?? ''
    expect(story.match(/^ {2}found/gm)).toHaveLength(1)
  })

  test('the badge of a part certifies nothing', () => {
    expect(badge(run.record)).toContain('non-conformant, in part')
    expect(badge({ ...run.record, only: null, verdict: 'conformant' })).toContain('conformant, sandbox')
  })

  test('a line feed in a body stays in its curl line', () => {
    const [exchange] = run.transcript.entries.flatMap((entry) => (entry.kind === 'exchange' ? [entry] : []))
    if (exchange === undefined) throw new Error('the run has no exchange')
    const posted = { ...exchange, request: { ...exchange.request, method: 'POST', body: '{\n"a": "$b"}' } }
    expect(curlLine(posted, run.transcript.header)).toContain(`--data-binary "{"$'\\n'"\\"a\\": \\"\\$b\\"}"`)
  })
})

describe('in a GitHub workflow', () => {
  test('failures become annotations, and the summary goes to the step', () => {
    const edge = listen({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/step/summary.md' })
    publish(run.transcript, run.record, edge, 'a-token')
    expect(edge.said).toMatch(/^::stop-commands::a-token\n[^]*\n::a-token::\n::error title=SRC-02 [^:,\n]*::/)
    expect(edge.appended).toEqual([['/step/summary.md', markdownReport(run.transcript, run.record)]])
  })

  test('elsewhere there is the report alone', () => {
    const edge = listen({ GITHUB_STEP_SUMMARY: '/step/summary.md' })
    publish(run.transcript, run.record, edge, 'a-token')
    expect(edge.said).toBe(terminalReport(run.transcript, run.record))
    expect(edge.appended).toEqual([])
  })

  test('a waived failure, and a SHOULD, is a warning; per cent, line ends, colons and commas are escaped', () => {
    const [failed] = run.record.checks.filter(({ requirement }) => requirement === 'SRC-02')
    if (failed === undefined) throw new Error('SRC-02 was not judged')
    const finding = { message: '100% a:b, c\r\nd', expected: 'e', seen: 's', evidence: [] }
    const record: RunRecord = {
      ...run.record,
      checks: [{ ...failed, title: 'half: 50%, or\nless', findings: [finding] }],
      waivers: { applied: [failed.id], problems: [] },
    }
    expect(annotations(run.transcript, record)).toMatch(
      /^::warning title=SRC-02 half%3A 50%25%2C or%0Aless::100%25 a:b, c\\u000d%0Ad%0Aexpected: e%0Aseen: s%0ASRC-02: [^\n]*\n$/,
    )
    expect(annotations(run.transcript, { ...record, waivers: { applied: [], problems: [] } })).toMatch(
      /^::error /,
    )
  })
})

test('explain tells the clauses, the checks and the scenarios with their titles', () => {
  const edge = listen({})
  expect(explainCommand('eligibility/paid-opens', edge)).toBe(0)
  expect(edge.said).toMatch(/^ELG-03 {2}MUST, eligibility/)
  expect(edge.said).toMatch(
    /^clause {4}\/stacks\/0\/postPurchasePath\/trigger: checkout\.session\.completed$/m,
  )
  expect(edge.said).toMatch(/^ {10}reads eligibility\/paid-opens: \S+/m)
  expect(() => explainCommand('ELG-99', edge)).toThrow(/nearest is "ELG-0/)
})

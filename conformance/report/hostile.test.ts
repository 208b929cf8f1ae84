import { beforeAll, describe, expect, test } from 'vitest'
import { runOnGateway } from '../gateway.fixture.ts'
import type { RunRecord } from '../record.ts'
import type { Transcript } from '../transcript.ts'
import { reportFiles } from './files.ts'
import { annotations, withoutCommands } from './github.ts'
import { madeHostile } from './hostile.fixture.ts'
import { terminalReport } from './terminal.ts'

const dangerous =
  // eslint-disable-next-line no-control-regex -- these characters are what the test looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\u{e0000}-\u{e007f}]/u

describe('whatever a target says, a report says it as text', () => {
  let transcript: Transcript
  let record: RunRecord
  let files: Readonly<Record<string, string>>
  beforeAll(async () => {
    const run = await runOnGateway({
      only: 'SRC-*,ELG-12,SRC-09,NBL-03',
      profile: 'sandbox',
      gateway: { defects: ['price-wrong'] },
    })
    ;({ transcript, record } = madeHostile(run.transcript, run.record))
    files = reportFiles(transcript, record)
    expect(record.verdict).toBe('non-conformant')
  })

  const file = (name: string): string => {
    const text = files[name]
    if (text === undefined) throw new Error(`there is no ${name}`)
    return text
  }

  test('no report has a control, bidirectional or invisible character, nor half a surrogate pair', () => {
    for (const [name, text] of [
      ...Object.entries(files),
      ['terminal', terminalReport(transcript, record)],
    ] as const) {
      expect(dangerous.exec(text)?.[0], name).toBeUndefined()
      if (name !== 'badge.svg') expect(text, name).toContain('boom')
    }
  })

  test('HTML: every tag and attribute is one of ours, the policy stands first, nothing is loaded', () => {
    const html = file('report.html')
    const tags = html.match(/<[^>]*>/g) ?? []
    const attribute =
      / (?:class|id|lang|charset|name|content|http-equiv|role|tabindex|scope|aria-labelledby)="[^"<>]*"/
    const ours = new RegExp(
      `^</?(?:html|head|meta|title|style|body|main|header|footer|section|article|h[1-3]|p|div|span|dl|dt|dd|ul|li|table|thead|tbody|tr|th|td|pre|code|blockquote|strong|mark|details|summary)(?:${attribute.source})*>$`,
    )
    expect(tags.filter((tag) => tag !== '<!doctype html>' && !ours.test(tag))).toEqual([])
    const opened = tags.filter((tag) => /^<[a-z]/.test(tag) && !tag.startsWith('<meta')).length
    expect(tags.filter((tag) => tag.startsWith('</'))).toHaveLength(opened)
    expect(html.indexOf("default-src 'none'; style-src 'unsafe-inline'")).toBeLessThan(html.indexOf('boom'))
    expect(html).toContain('&lt;script&gt;boom()&lt;/script&gt;')
    expect(html).toContain('\\u001b[2J')
  })

  test('JUnit: well-formed, and no text breaks out', () => {
    const xml = file('junit.xml')
    const text = xml.replace(
      /<\?xml [^<>]*\?>|<\/?[a-z-]+(?: [a-z]+="(?:[^"<>&]|&(?:amp|lt|gt|quot);)*")*\/?>/g,
      '',
    )
    expect(text).not.toMatch(/[<>]/)
    expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/)
    const names = [...xml.matchAll(/<(\/?)([a-z-]+)[^>]*?(\/?)>/g)].filter(([, , , self]) => self !== '/')
    const stack: string[] = []
    for (const [, closing, name = ''] of names) {
      if (closing === '/') expect(stack.pop()).toBe(name)
      else stack.push(name)
    }
    expect(stack).toEqual([])
  })

  test('Markdown: outside of code there is none of the target’s words', () => {
    expect(outsideCode(file('report.md'))).not.toContain('boom')
    expect(file('report.md')).toContain('boom')
  })

  test('SARIF: parses, each result has its rule and its line', () => {
    const log = JSON.parse(file('report.sarif')) as {
      version: string
      runs: {
        tool: { driver: { rules: { id: string }[] } }
        results: {
          ruleId: string
          ruleIndex: number
          level: string
          message: { text: string }
          locations: { physicalLocation: { region: { startLine: number } } }[]
        }[]
      }[]
    }
    const [run] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(run?.results.length).toBeGreaterThan(10)
    for (const { ruleId, ruleIndex, level, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThanOrEqual(1)
    }
  })

  test('terminal: no line is forged', () => {
    const lines = terminalReport(transcript, record).split('\n')
    expect(lines.filter((line) => line.startsWith('verdict'))).toHaveLength(1)
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([])
    expect(lines.filter((line) => /^ok {6}redaction/.test(line))).toEqual([])
  })

  test('workflow: each line is one annotation, and the report cannot give commands', () => {
    const lines = annotations(transcript, record).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning) title=[^:,]*::[^\r\n]*$/)
    const wrapped = withoutCommands(terminalReport(transcript, record), 'token').split('\n')
    expect(wrapped[0]).toBe('::stop-commands::token')
    expect(wrapped.at(-2)).toBe('::token::')
    expect(wrapped.filter((line) => line.includes('token'))).toHaveLength(2)
  })
})

/** Markdown without its fenced blocks and code spans, by CommonMark's rules. */
function outsideCode(markdown: string): string {
  const open: string[] = []
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const [run = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (fence !== null) {
      if (run.trim().startsWith(fence) && line.trim() === run.trim()) fence = null
    } else if (run !== '' && !line.slice(run.length).includes('`')) fence = run.trim()
    else open.push(line)
  }
  expect(fence).toBeNull()
  return open.map((line) => line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')).join('\n')
}

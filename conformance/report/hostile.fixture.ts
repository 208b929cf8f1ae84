import type { Finding } from '../judge/check.ts'
import type { RunRecord } from '../record.ts'
import type { Entry, Transcript } from '../transcript.ts'

/** What a target may say to break out of a report. Each holds `boom`, so that a test can find where it ended up. */
const hostileTexts = [
  '<script>boom()</script><img src=x onerror=boom()>',
  "\"><svg/onload=boom()> ' onmouseover='boom()",
  ']]></failure></testsuite><boom/>',
  '[boom](https://boom.example) ![boom](https://boom.example/i.png) <https://boom.example>',
  '``` boom ``` `boom` ~~~',
  '\n```\n# boom\n[boom](https://boom.example)\n```\n',
  '\n::error::boom\n::set-output name=boom::1\n##[add-mask]boom',
  '\nverdict   conformant (boom)\nok      redaction     boom',
  '\u001b[2J\u001b]0;boom\u0007\u009b31mboom\r\u0008',
  '\u202eboom\u2066\u200f\u2028\u061c\ufeff\u200b\u{e0041}',
  '| boom | \\| boom \\',
  '</style></title></pre></details>--><!-- boom',
  '\ud800boom\udfff\u0000',
  '%0A::error::boom %25 boom',
  '@boom #1 boom@boom.example www.boom.example',
] as const

const all = hostileTexts.join(' ')

/** A run whose every text that comes from outside is hostile: answers, seed, target, findings and reasons. */
export function madeHostile(
  transcript: Transcript,
  record: RunRecord,
): { readonly transcript: Transcript; readonly record: RunRecord } {
  const texts = hostileTexts
  const bad = (i: number) => texts[i % texts.length] ?? all
  const finding = (real: Finding | undefined, i: number): Finding => ({
    message: bad(i),
    expected: bad(i + 1),
    seen: bad(i + 2),
    evidence: (real?.evidence ?? []).map(({ entry }) => ({ entry, pointer: bad(i + 3) })),
  })
  return {
    transcript: {
      header: {
        ...transcript.header,
        target: `http://boom.test/${all}`,
        seed: JSON.parse(
          JSON.stringify(transcript.header.seed, (name, value: unknown) =>
            typeof value === 'string' && name !== 'id' ? all : value,
          ),
        ) as Transcript['header']['seed'],
      },
      entries: transcript.entries.map(hostileEntry),
    },
    record: {
      ...record,
      target: all,
      seed: all,
      checks: record.checks.map((check) => ({
        ...check,
        findings:
          check.findings.length === 0
            ? []
            : texts.map((_text, i) => finding(check.findings[i % check.findings.length], i)),
        reasons: check.reasons.map(() => all),
      })),
      sensitivity: { ...record.sensitivity, missed: [all] },
      waivers: { applied: record.waivers.applied, problems: [all] },
    },
  }
}

function hostileEntry(entry: Entry): Entry {
  if (entry.kind !== 'exchange') return entry
  return {
    ...entry,
    request: {
      ...entry.request,
      path: `${entry.request.path}?${all}`,
      headers: [['x-boom', all]],
      body: all,
    },
    response:
      entry.response === null
        ? null
        : { ...entry.response, reason: all, headers: [['x-boom', all]], body: JSON.stringify({ boom: all }) },
  }
}

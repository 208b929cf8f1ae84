import type { Exchange } from '../transcript.ts'
import type { Finding, Recorder, Subject } from './check.ts'
import { isPutOff } from './look.ts'

export interface Observations {
  readonly judged: number
  readonly findings: readonly Finding[]
  readonly missing: readonly string[]
  readonly notApplicable: string | null
}

/**
 * A recorder with what it has recorded. What was not seen, since there was no answer or it could not be kept, is no
 * finding but missing: it says nothing about what the finding is about. `stands`: the check looks for what was seen.
 */
export function createRecorder({ stands = false }: { readonly stands?: boolean } = {}): {
  readonly record: Recorder
  readonly result: () => Observations
} {
  let judged = 0
  let notApplicable: string | null = null
  const findings: Finding[] = []
  const missing: string[] = []
  const record: Recorder = {
    saw: () => {
      judged += 1
    },
    expect: (holds, subject, { message, expected, seen, pointer = '' }) => {
      const unseen = holds || stands ? null : whyUnseen(subject, pointer)
      if (unseen !== null) {
        missing.push(unseen)
        return holds
      }
      judged += 1
      if (!holds) findings.push({ message, expected, seen, evidence: [{ entry: subject.n, pointer }] })
      return holds
    },
    missing: (what) => {
      missing.push(what)
    },
    each: (exchanges, what, judge) => {
      if (exchanges.length === 0) missing.push(`${what}: nothing of the kind was driven`)
      for (const exchange of exchanges) {
        if (exchange.response === null) missing.push(`${what}: ${noAnswer(exchange)}`)
        else if (isPutOff(exchange))
          missing.push(`${what}: exchange ${exchange.n} was answered ${exchange.response.status}`)
        else judge(exchange)
      }
    },
    notApplicable: (reason) => {
      notApplicable ??= reason
    },
  }
  return { record, result: () => ({ judged, findings, missing, notApplicable }) }
}

/** Why a finding at `pointer` has nothing to rest on; null when it has. One at `/response` is about the answer's absence. */
function whyUnseen(subject: Subject, pointer: string): string | null {
  if (subject.kind !== 'exchange') return null
  if (subject.response === null) return pointer === '/response' ? null : noAnswer(subject)
  const cut = subject.response.truncated === 'transcript' && pointer.startsWith('/response/body')
  return cut ? `the answer of exchange ${subject.n} is too large to be kept` : null
}

function noAnswer(exchange: Exchange): string {
  return `exchange ${exchange.n} (${exchange.request.method} ${exchange.request.path}) had no answer: ${exchange.failure?.kind ?? 'unknown'}`
}

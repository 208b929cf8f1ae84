import type { Exchange } from '../transcript.ts'
import type { Finding, Recorder } from './check.ts'
import { isPutOff } from './look.ts'

export interface Observations {
  readonly judged: number
  readonly findings: readonly Finding[]
  readonly missing: readonly string[]
  readonly notApplicable: string | null
}

/** A recorder with what it has recorded. */
export function createRecorder(): { readonly record: Recorder; readonly result: () => Observations } {
  let judged = 0
  let notApplicable: string | null = null
  const findings: Finding[] = []
  const missing: string[] = []
  const record: Recorder = {
    saw: () => {
      judged += 1
    },
    expect: (holds, subject, { message, expected, seen, pointer = '' }) => {
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

function noAnswer(exchange: Exchange): string {
  return `exchange ${exchange.n} (${exchange.request.method} ${exchange.request.path}) had no answer: ${exchange.failure?.kind ?? 'unknown'}`
}

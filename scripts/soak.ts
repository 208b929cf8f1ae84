import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { traffic } from './soak-traffic.ts'

/**
 * `npm run soak [seconds] [file]`: mixed traffic over 50 connections against a gateway on this machine, five minutes
 * unless given, after a warm-up in which its bounded parts fill. Exit 1 for any wrong answer, any connection error, a
 * memory that moved by more than 10 %, or a bound that did not hold. Writes its report to the file, if one is named.
 */
const seconds = Number(process.argv[2] ?? 300)
const file = process.argv[3]
const connections = 50
/** Enough rounds to fill every bounded part. */
const warmUp = Math.min(24_000, seconds * 600)
const bounds = { namespaces: 50 + 1, journal: 300 }
const sampleEvery = 5_000

const contract = readContract(defaultSeed)
const child = fork(fileURLToPath(new URL('soak-gateway.ts', import.meta.url)), {
  execArgv: ['--import', 'tsx', '--expose-gc'],
})
const [origin] = (await once(child, 'message')) as [string]
const faults = new Map<string, number>()
const requests = traffic(contract, (what) => faults.set(what, (faults.get(what) ?? 0) + 1))

await autocannon({ url: origin, connections, amount: warmUp, requests })
const samples: { readonly heap: number; readonly rss: number; readonly at: number }[] = []
const began = performance.now()
const sampler = setInterval(() => void sample(child), sampleEvery)
await sample(child)
const result = await autocannon({ url: origin, connections, duration: seconds, requests })
clearInterval(sampler)
await sample(child)

const namespaces = await count('namespaces', 'namespaces')
const journal = await count('journal', 'entries', { 'x-checkout-namespace': 'soak-of-journal' })
child.disconnect()

const span = Math.min(60_000, (seconds * 1000) / 2)
const end = samples.at(-1)?.at ?? 0
const first = mean(samples.filter(({ at }) => at <= span))
const last = mean(samples.filter(({ at }) => at >= end - span))
const moved = Math.abs(last.heap / first.heap - 1)
const wrong = [...faults].map(([what, times]) => `${what} (${times} times)`)
const failed =
  wrong.length > 0 ||
  result.errors > 0 ||
  moved > 0.1 ||
  namespaces > bounds.namespaces ||
  journal > bounds.journal

const report = `# Soak

\`npm run soak\`: ${seconds} s after ${warmUp} requests of warm-up, ${connections} connections, loopback, ${cpus().length} cores shared with the load, Node ${process.version}.
Each round: reads of source data, pages and state; a click, a start, its replay and a near miss, an unsigned webhook, a
payment through the twin with its signed events, a decision and its replay, a ledger entry. Every 20 rounds go to a new
namespace; the gateway keeps 50.

|                                         |                |
| --------------------------------------- | -------------- |
| requests                                | ${result.requests.total} (${Math.round(result.requests.average)} a second) |
| wrong answers                           | ${wrong.length === 0 ? 'none' : wrong.join('; ')} |
| connection errors, of them timeouts     | ${result.errors}, ${result.timeouts} |
| latency p50, p99                        | ${result.latency.p50} ms, ${result.latency.p99} ms |
| live heap, mean of first, of last minute | ${mb(first.heap)}, ${mb(last.heap)} (${((last.heap / first.heap - 1) * 100).toFixed(1)} %) |
| resident memory, the same               | ${mb(first.rss)}, ${mb(last.rss)} (${((last.rss / first.rss - 1) * 100).toFixed(1)} %) |
| namespaces at the end                   | ${namespaces}, at most ${bounds.namespaces} |
| journal entries of a busy world         | ${journal}, at most ${bounds.journal} |

${failed ? 'Something is not as it should be.' : 'Nothing failed.'}
`
process.stdout.write(report)
if (file !== undefined) writeFileSync(file, report)
process.exitCode = failed ? 1 : 0

async function sample(gateway: ChildProcess): Promise<void> {
  gateway.send('memory')
  const [[heap, rss]] = (await once(gateway, 'message')) as [[number, number]]
  samples.push({ heap, rss, at: performance.now() - began })
}

/** How many of something the gateway's control counts. The journal is asked for in a world that gets more than it keeps. */
async function count(path: string, member: string, headers: Record<string, string> = {}): Promise<number> {
  if (path === 'journal') {
    for (let n = 0; n < 400; n += 1)
      await (await fetch(origin + contract.routes.checkout, { headers })).text()
  }
  const answer: unknown = await (await fetch(`${origin}/__control/${path}`, { headers })).json()
  const list: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, member) : undefined
  if (!Array.isArray(list)) throw new TypeError(`control says no ${member}: ${JSON.stringify(answer)}`)
  return list.length
}

function mean(of: typeof samples): { readonly heap: number; readonly rss: number } {
  const sum = (pick: 'heap' | 'rss') => of.reduce((total, each) => total + each[pick], 0) / of.length
  return { heap: sum('heap'), rss: sum('rss') }
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

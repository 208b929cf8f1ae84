import { Command, InvalidArgumentError } from 'commander'
import { checks } from '../conformance/checks/index.ts'
import { openBrowser, type BrowserAtHand } from '../conformance/drive/browser.ts'
import { openResults, runOnGateway, seedFiles } from '../conformance/gateway.fixture.ts'
import { tryCounterexample } from '../conformance/judge/sensitivity.ts'
import { profiles } from '../conformance/transcript.ts'
import { unjudged } from '../conformance/unjudged.ts'
import { requirements } from '../contracts/requirements/index.ts'
import type { Defect } from '../mock-server/defects/define.ts'
import { defects } from '../mock-server/defects/index.ts'
import { operationDefects } from '../mock-server/defects/non-billing/stripe-operations.ts'

/**
 * The kill matrix: every requirement has a check or a reason, every counterexample is caught by its check, every defect
 * by a check of the requirement that it breaks, and the correct gateway by none. Exits 1 on any gap.
 */
const options = new Command('prove')
  .option('--repeat <n>', 'how often the correct gateway is certified, on all profiles and seeds', count, 1)
  .option('--defects <prefix>', 'only defects whose id or requirement starts so')
  .option('--skip-defects', 'leave the defects out')
  .option('--others', 'run the whole suite on each defect, and tell which other requirements notice it too')
  .option('--concurrency <n>', 'runs at the same time', count, 2)
  .option(
    '--shard <i/n>',
    'the i-th of n parts of the rounds and of the defects: one process uses one core',
    shard,
    { part: 1, parts: 1 },
  )
  .parse()
  .opts<{
    repeat: number
    defects?: string
    skipDefects?: boolean
    others?: boolean
    concurrency: number
    shard: { readonly part: number; readonly parts: number }
  }>()

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It has to be a whole number from 1.')
}

function shard(text: string): { readonly part: number; readonly parts: number } {
  const [part, parts] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number)
  if (part !== undefined && parts !== undefined && part >= 1 && part <= parts) return { part, parts }
  throw new InvalidArgumentError('It has to be i/n, with i from 1 to n.')
}

const gaps: string[] = []
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs `work` over the items, so many at a time. */
async function pool<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: size }, worker))
}

const { part, parts } = options.shard
/** What of a list is for this process to do. */
const share = <T>(items: readonly T[]): readonly T[] => items.filter((_, i) => i % parts === part - 1)

const { concurrency, repeat } = options
const started = performance.now()

say(`requirements: ${requirements.length}, checks: ${checks.length}, defects: ${defects.length}`)
for (const { id } of requirements) {
  const judged = checks.some((check) => check.requirement === id)
  const reason = unjudged.find(({ requirement }) => requirement === id)
  if (!judged && reason === undefined) gaps.push(`${id} has neither a check nor a reason`)
  if (judged && reason !== undefined) gaps.push(`${id} has a check and a reason why it has none`)
}

const rounds = share(Array.from({ length: repeat }, (_, i) => i + 1))
const combinations = seedFiles.flatMap((seed) => profiles.map((profile) => ({ seed, profile })))
let runs = 0
for (const [done, round] of rounds.entries()) {
  await pool(combinations, concurrency, async ({ seed, profile }) => {
    const result = await runOnGateway({ seed, profile, deadlineMs: 60_000 })
    runs += 1
    for (const { id, status, found } of openResults(result)) {
      gaps.push(`round ${round}, ${seed}, ${profile}: ${id} is ${status}: ${found}`)
    }
  })
  if ((done + 1) % 10 === 0) say(`${runs} runs of the correct gateway, ${gaps.length} gaps`)
}
if (runs === 0 && repeat >= parts) gaps.push('the correct gateway was never run')
say(`correct gateway: ${runs} runs on ${combinations.length} combinations of seed and profile`)

const good = await runOnGateway()
let caught = 0
let edits = 0
for (const check of checks.filter(({ browser }) => browser !== true)) {
  for (const counterexample of check.counterexamples) {
    edits += 1
    const trial = tryCounterexample(good.transcript, check, counterexample)
    if (trial === 'caught') caught += 1
    else gaps.push(`${check.id} does not catch its counterexample "${counterexample.name}": ${trial}`)
  }
}
say(`counterexamples: ${caught} of ${edits} caught`)

/** Runs the suite, or a part of it, on the gateway with one defect. */
async function runWith(defect: Defect, only: string | null, browser: BrowserAtHand | null) {
  return runOnGateway({
    ...(only === null ? {} : { only }),
    gateway: { defects: [defect.id] },
    http: defect.wire !== undefined || defect.browser === true,
    // A late effect needs the window in which it shows.
    run: {
      // Stories come by many faults too; each must be caught by the checks that were made for it.
      explore: { stories: 0 },
      browser: defect.browser === true ? browser : null,
      drainMs: (defect.lateMs ?? 0) + 300,
    },
  })
}

if (options.skipDefects !== true) {
  const prefix = options.defects
  const fits = ({ id, breaks }: Defect) =>
    prefix === undefined || id.startsWith(prefix) || breaks.startsWith(prefix)
  if (![...defects, ...operationDefects].some(fits)) gaps.push(`no defect begins with "${prefix}"`)
  const browser = await openBrowser(new URL('http://127.0.0.1'), process.env['CHROME_PATH'])
  const rows: string[] = []
  await pool(share(defects.filter(fits)), concurrency, async (defect) => {
    const { record } = await runWith(defect, options.others === true ? null : defect.breaks, browser)
    const noticed = record.checks.filter(
      ({ findings, level, requirement }) =>
        findings.length > 0 && (level !== 'MAY' || requirement === defect.breaks),
    )
    const assigned = noticed.filter(({ requirement }) => requirement === defect.breaks)
    const others = [...new Set(noticed.map(({ requirement }) => requirement))].filter(
      (id) => id !== defect.breaks,
    )
    const caughtBy = assigned.map(({ id }) => id).join(', ')
    if (assigned.length === 0) {
      gaps.push(
        `${defect.id} is not caught by a check of ${defect.breaks}; by ${others.join(', ') || 'none'}`,
      )
    }
    rows.push(
      `${assigned.length > 0 ? 'caught' : 'MISSED'}  ${defect.breaks.padEnd(7)} ${defect.id.padEnd(30)} ${caughtBy}${others.length > 0 ? `  (also ${others.join(', ')})` : ''}`,
    )
  })
  await browser?.close()
  say(rows.sort((a, b) => a.slice(8).localeCompare(b.slice(8))).join('\n'))
  say(
    `defects: ${rows.filter((row) => row.startsWith('caught')).length} of ${rows.length} caught by the assigned check`,
  )

  // Each mutating operation of Stripe's, called by a decision: only the part of the suite that watches decisions is run.
  let seen = 0
  const generated = share(operationDefects.filter(fits))
  await pool(generated, concurrency, async (defect) => {
    const { record } = await runWith(defect, defect.breaks, null)
    if (record.checks.some(({ status }) => status === 'fail')) seen += 1
    else gaps.push(`${defect.id} is not caught by a check of ${defect.breaks}`)
  })
  say(`operations: ${seen} of ${generated.length} mutating calls in a decision caught`)
}

say(
  `${gaps.length === 0 ? 'no gap' : `${gaps.length} gaps:`}, ${Math.round((performance.now() - started) / 1000)} s`,
)
for (const gap of gaps) say(`  ${gap}`)
process.exitCode = gaps.length === 0 ? 0 : 1

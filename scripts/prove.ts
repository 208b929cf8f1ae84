import { Command } from 'commander'
import { checks } from '../conformance/checks/index.ts'
import { openResults, runOnGateway, seedFiles } from '../conformance/gateway.fixture.ts'
import { tryCounterexample } from '../conformance/judge/sensitivity.ts'
import { profiles } from '../conformance/transcript.ts'
import { unjudged } from '../conformance/unjudged.ts'
import { requirements } from '../contracts/requirements/index.ts'
import { defects } from '../mock-server/defects/index.ts'

/**
 * The kill matrix: every requirement has a check or a reason, every counterexample is caught by its check, every defect
 * by a check of the requirement that it breaks, and the correct gateway by none. Exits 1 on any gap.
 */
const options = new Command('prove')
  .option('--repeat <n>', 'how often the correct gateway is certified, on all profiles and seeds', '1')
  .option('--defects <prefix>', 'only defects whose id or requirement starts so')
  .option('--skip-defects', 'leave the defects out')
  .option('--concurrency <n>', 'runs at the same time', '2')
  .parse()
  .opts<{ repeat: string; defects?: string; skipDefects?: boolean; concurrency: string }>()

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

const concurrency = Math.max(1, Number(options.concurrency))
const started = performance.now()

say(`requirements: ${requirements.length}, checks: ${checks.length}, defects: ${defects.length}`)
for (const { id } of requirements) {
  const judged = checks.some((check) => check.requirement === id)
  const reason = unjudged.find(({ requirement }) => requirement === id)
  if (!judged && reason === undefined) gaps.push(`${id} has neither a check nor a reason`)
  if (judged && reason !== undefined) gaps.push(`${id} has a check and a reason why it has none`)
}

const repeat = Math.max(1, Number(options.repeat))
const rounds = Array.from({ length: repeat }, (_, i) => i + 1)
const combinations = seedFiles.flatMap((seed) => profiles.map((profile) => ({ seed, profile })))
let runs = 0
for (const round of rounds) {
  await pool(combinations, concurrency, async ({ seed, profile }) => {
    const result = await runOnGateway({ seed, profile })
    runs += 1
    for (const { id, status, found } of openResults(result)) {
      gaps.push(`round ${round}, ${seed}, ${profile}: ${id} is ${status}: ${found}`)
    }
  })
  if (repeat > 1 && round % 10 === 0) say(`${runs} runs of the correct gateway, ${gaps.length} gaps`)
}
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

if (options.skipDefects !== true) {
  const prefix = options.defects
  const chosen = defects.filter(
    ({ id, breaks }) => prefix === undefined || id.startsWith(prefix) || breaks.startsWith(prefix),
  )
  const rows: string[] = []
  await pool(chosen, concurrency, async (defect) => {
    const { record } = await runOnGateway({
      gateway: { defects: [defect.id] },
      http: defect.wire !== undefined,
    })
    const noticed = record.checks.filter(({ findings, level }) => findings.length > 0 && level !== 'MAY')
    const assigned = noticed.filter(({ requirement }) => requirement === defect.breaks)
    const others = [...new Set(noticed.map(({ requirement }) => requirement))].filter(
      (id) => id !== defect.breaks,
    )
    if (assigned.length === 0)
      gaps.push(
        `${defect.id} is not caught by a check of ${defect.breaks}; by ${others.join(', ') || 'none'}`,
      )
    rows.push(
      `${assigned.length > 0 ? 'caught' : 'MISSED'}  ${defect.breaks.padEnd(7)} ${defect.id.padEnd(30)} ${assigned.map(({ id }) => id).join(', ')}${others.length > 0 ? `  (also ${others.join(', ')})` : ''}`,
    )
  })
  say(rows.sort((a, b) => a.slice(8).localeCompare(b.slice(8))).join('\n'))
  say(
    `defects: ${rows.filter((row) => row.startsWith('caught')).length} of ${rows.length} caught by the assigned check`,
  )
}

say(
  `${gaps.length === 0 ? 'no gap' : `${gaps.length} gaps:`}, ${Math.round((performance.now() - started) / 1000)} s`,
)
for (const gap of gaps) say(`  ${gap}`)
process.exitCode = gaps.length === 0 ? 0 : 1

import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { witnessOf } from '../conformance/drive/witness.ts'
import { runConfigured } from '../conformance/commands/run.ts'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { serve } from '../mock-server/faces/serve.ts'
import { createGateway } from '../mock-server/gateway.ts'
import { createStripeTwin } from '../mock-server/stripe-twin/twin.ts'

/**
 * `npm run demo`: the gateway on a free port, the suite against it over HTTP, a verdict by guarantee, reports in a
 * folder. `--defect <name>` gives the gateway a named fault and shows it caught. Exits as the suite does.
 */
const options = new Command('demo')
  .option('--defect <name...>', 'faults that the gateway is to have')
  .option('--seed <file>', 'source data', fileURLToPath(defaultSeed))
  .option('--only <glob>', 'a part of the checks')
  .option('--browser', 'judge the pages in a browser too')
  .option('--out <folder>', 'where the reports go', 'reports/demo')
  .parse()
  .opts<{ defect?: string[]; seed: string; only?: string; browser?: true; out: string }>()

const faulty = options.defect !== undefined
const secret = `whsec_${randomBytes(24).toString('base64url')}`
const ownerToken = randomBytes(24).toString('base64url')
const secrets = new Map([
  ['DEMO_WEBHOOK_SECRET', secret],
  ['DEMO_OWNER_SESSION', `Bearer ${ownerToken}`],
])
const twin = createStripeTwin()
const gateway = startGateway()
const server = await serve(gateway.fetch)
const faults = options.defect === undefined ? '' : ` with the fault ${options.defect.join(', ')}`
process.stdout.write(
  `The gateway${faults} listens on ${server.origin}; the suite runs against it over HTTP.\n\n`,
)
try {
  process.exitCode = await runConfigured(
    server.origin,
    {
      webhookSecret: { env: 'DEMO_WEBHOOK_SECRET' },
      ...(faulty ? { owner: { headers: { authorization: { env: 'DEMO_OWNER_SESSION' } } } } : {}),
    },
    process.cwd(),
    {
      seed: options.seed,
      out: options.out,
      browser: options.browser === true,
      ...(options.only === undefined ? {} : { only: options.only }),
    },
    {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      env: (name) => secrets.get(name) ?? process.env[name],
      append: (path, text) => appendFileSync(path, text),
      live: process.stdout.isTTY,
    },
    // Some faults show to an owner or to a witness only.
    faulty ? witnessOf(twin) : null,
  )
} finally {
  await server.close()
  await gateway.close()
}

function startGateway() {
  try {
    return createGateway({
      contract: readContract(options.seed),
      webhookSecret: secret,
      ownerToken,
      stripe: { secretKey: 'sk_test_demo00000000000000', fetch: twin.fetch },
      defects: options.defect ?? [],
    })
  } catch (error) {
    // An unknown fault or a seed that cannot be read: the message says which, and what is known.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  }
}

import { appendFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { SeedError } from '../contracts/load.ts'
import { explainCommand, listCommand } from './commands/catalogue.ts'
import { UsageError, type Edge } from './commands/edge.ts'
import { judgeCommand } from './commands/judge.ts'
import { initCommand, type InitFlags } from './commands/init.ts'
import { runCommand, type RunFlags } from './commands/run.ts'
import { watchCommand } from './commands/watch.ts'
import { ConfigError } from './config.ts'
import { exitCodes } from './judge/verdict.ts'
import { plain } from './report/plain.ts'
import { LiveTarget, Unreachable } from './run-errors.ts'
import { RunFolderError } from './run-folder.ts'
import { suiteVersion } from './version.ts'

const edge: Edge = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: (name) => process.env[name],
  append: (path, text) => appendFileSync(path, text),
  live: process.stdout.isTTY,
}

async function main(argv: readonly string[]): Promise<number> {
  let code = 0
  const program = new Command('conformance')
    .description('Certifies an implementation of the checkout-offer contract.')
    .version(suiteVersion)
    .exitOverride()
    .showHelpAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 conformant, 1 non-conformant, 2 usage or configuration, 3 target unreachable, 4 incomplete, 5 fault of the suite.',
    )
  program
    .command('run')
    .description('drive a target, judge what was recorded, write the reports')
    .argument('[url]', 'the target, e.g. http://127.0.0.1:4010; default: "target" of the configuration')
    .option('--config <file>', 'configuration (default: conformance.config.json, where there is one)')
    .option('--seed <file>', 'source data (default: the seed that comes with the suite)')
    .option('--profile <name>', 'public, sandbox, owner or witnessed (default: as far as configured)')
    .option('--out <folder>', 'where the transcript, the record and the reports go')
    .option('--only <glob>', 'only checks whose id, requirement or guarantee fits, e.g. "CNF-*,redaction"')
    .option(
      '--witness <host:port>',
      'let the Stripe twin listen there, for a target whose Stripe client is pointed at it',
    )
    .option('--no-browser', 'leave the browser closed: the static HTML of the pages is judged')
    .option('--explore <n>', 'generated stories to tell (default: a few, 0 for none)')
    .option('--explore-seed <seed>', 'tell the stories of an earlier run again: the seed that it printed')
    .option('--waivers <file>', 'the baseline of known failures')
    .option('--write-waivers <file>', 'write a baseline of this run’s failures')
    .option('--watch', 'run again whenever the configuration, the seed or the target changes')
    .action(async (url: string | undefined, { watch, ...flags }: RunFlags & { watch?: boolean }) => {
      code = watch === true ? await watchUntilInterrupted(url, flags) : await runCommand(url, flags, edge)
    })
  program
    .command('init')
    .description('write a first configuration from what a target says of itself')
    .argument('<url>')
    .option('--seed <file>', 'source data that the target should have')
    .option('--out <folder>', 'where the configuration goes (default: here)')
    .option('--force', 'overwrite a configuration')
    .action(async (url: string, flags: InitFlags) => {
      code = await initCommand(url, flags, edge)
    })
  program
    .command('judge')
    .description('recompute the record of a run from its transcript, offline')
    .argument('<folder>')
    .action((folder: string) => {
      code = judgeCommand(folder, edge)
    })
  program
    .command('list')
    .description('list the checks')
    .option('--only <glob>')
    .action(({ only }: { only?: string }) => {
      code = listCommand(only ?? null, edge)
    })
  program
    .command('explain')
    .description('explain a requirement or a check')
    .argument('<id>')
    .action((id: string) => {
      code = explainCommand(id, edge)
    })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return report(error)
  }
}

async function watchUntilInterrupted(url: string | undefined, flags: RunFlags): Promise<number> {
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  return watchCommand(url, flags, edge, { everyMs: 2000, signal: interrupted.signal }, report)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof RunFolderError) {
    edge.err(`${plain(error.message)}\n`)
    return exitCodes.usage
  }
  if (error instanceof SeedError) {
    edge.err(`the seed cannot be used:\n`)
    for (const { pointer, message } of error.problems)
      edge.err(plain(`  ${pointer || '/'}: ${message}`) + '\n')
    return exitCodes.usage
  }
  if (error instanceof LiveTarget) {
    edge.err(
      plain(`stopped before the first write: ${error.message}; the suite runs against sandboxes only`) + '\n',
    )
    return exitCodes.usage
  }
  if (error instanceof Unreachable) {
    edge.err(
      plain(`the target cannot be reached: ${error.message}; is it running, and is the URL right?`) + '\n',
    )
    return exitCodes.unreachable
  }
  edge.err(
    plain(
      `a fault of the suite: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ) + '\n',
  )
  return exitCodes.internal
}

for (const stream of [process.stdout, process.stderr]) {
  // Under `| head` the reader goes early. The run goes on: its verdict stands in its files and in the exit code.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
  })
}
// Node would end with 1, which says "non-conformant": what escapes is a fault of ours, and blames nobody.
process.on('uncaughtException', (error) => process.exit(report(error)))

process.exitCode = await main(process.argv.slice(2))

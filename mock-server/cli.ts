import { readArguments, UsageError } from './cli/arguments.ts'
import { greeting } from './cli/greeting.ts'
import { startMock } from './cli/start.ts'

/** `npm run mock`: 0 after a clean end, 2 for a mistake in the command line, 5 for an error of our own. */
async function main(): Promise<number> {
  let unread = (): void => undefined
  // Under `| head` the reader goes early: nobody is told anything any more, so it ends as if by Ctrl-C.
  const gone = new Promise<void>((resolve) => (unread = resolve))
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
    unread()
  })
  const write = (text: string): void => {
    process.stdout.write(text)
  }
  try {
    const args = readArguments(process.argv.slice(2), process.env, write)
    const asked = new Promise<void>((resolve) => {
      // Not once: under npm and tsx one Ctrl-C may arrive twice, and the second must not cut the end short.
      process.on('SIGINT', resolve)
      process.on('SIGTERM', resolve)
    })
    const mock = await startMock(args)
    write(greeting(mock, args.defects))
    await Promise.race([asked, gone])
    await mock.close()
    write('\nThe mock gateway has ended.\n')
    return 0
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return 0
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\`npm run mock -- --help\` lists the options.\n`)
    return 2
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`mock: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 5
}

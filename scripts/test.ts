import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs every test and ends with one plain line, `N passed, N failed`, that a machine can read. A file that could not be
 * loaded counts as a failure: its tests did not run.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

interface Outcome {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

const folder = mkdtempSync(join(tmpdir(), 'checkout-conformance-'))
const outputFile = join(folder, 'outcome.json')
process.stdout.write('Running the tests: contracts, gateway, suite, and the suite against the gateway.\n')
const vitest = spawn(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${outputFile}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
)
const code = await new Promise<number>((resolve) => {
  vitest.on('error', () => resolve(1))
  vitest.on('close', (status) => resolve(status ?? 1))
})
const { passed, failed } = count(outputFile)
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = code === 0 && (failed > 0 || passed === 0) ? 1 : code

function count(file: string): { passed: number; failed: number } {
  try {
    const outcome = JSON.parse(readFileSync(file, 'utf8')) as Outcome
    const unloaded = outcome.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length
    return { passed: outcome.numPassedTests, failed: outcome.numFailedTests + unloaded }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

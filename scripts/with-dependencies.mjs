// Runs a command of node_modules/.bin, after installing from the lock file when that is missing or older than the lock.
// Plain JavaScript without dependencies: on a fresh clone nothing else can run.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command, ...args] = process.argv.slice(2)

function modifiedAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

const [major, minor, patch] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && (minor < 18 || (minor === 18 && patch < 1)))) {
  process.stderr.write(`Node ${process.versions.node} is too old: 20.18.1 or later is needed.\n`)
  process.exit(2)
}

const installed = modifiedAt('node_modules/.package-lock.json')
if (installed < modifiedAt('package-lock.json')) {
  process.stdout.write(
    installed === 0
      ? 'Installing the dependencies from package-lock.json (node_modules is missing)...\n'
      : 'Installing the dependencies from package-lock.json (it is newer than node_modules)...\n',
  )
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (install.status !== 0) {
    process.stderr.write('npm ci failed: see above. Nothing was run.\n')
    process.exit(install.status ?? 1)
  }
}

const run = spawnSync(join(root, 'node_modules', '.bin', command), args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (run.error) process.stderr.write(`${command} could not be started: ${run.error.message}\n`)
process.exit(run.status ?? 1)

import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds the package: JavaScript and types beside each other in `dist/` (or the folder given as the first argument;
 * more arguments go to tsc), with the seeds where the modules look for them, and the two commands under the names that `package.json` gives them.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(root, process.argv[2] ?? 'dist')

interface Manifest {
  readonly bin: Readonly<Record<string, string>>
}

/** The module behind each command. */
const commands: Readonly<Record<string, string>> = {
  'checkout-conformance': '../conformance/cli.js',
  'checkout-gateway': '../mock-server/cli.js',
}

rmSync(out, { recursive: true, force: true })
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
    '--outDir',
    out,
    ...process.argv.slice(3),
  ],
  { cwd: root, stdio: 'inherit' },
)
if (status === 0) {
  cpSync(join(root, 'seeds'), join(out, 'seeds'), { recursive: true })
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  mkdirSync(join(out, 'bin'))
  for (const [name, path] of Object.entries(bin)) {
    const file = join(out, path.replace(/^(?:\.\/)?dist\//, ''))
    writeFileSync(file, `#!/usr/bin/env node\nimport '${commands[name] ?? ''}'\n`)
    chmodSync(file, 0o755)
  }
}
process.exitCode = status ?? 1

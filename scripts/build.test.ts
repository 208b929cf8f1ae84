import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'checkout-conformance-'))
const installed = join(place, 'node_modules/checkout-conformance')

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: place, encoding: 'utf8', timeout: 60_000 })
}

/** Builds the package and puts it where a user's Node would find it, as `npm install` would. */
beforeAll(() => {
  const build = join(root, 'scripts/build.ts')
  execFileSync(
    process.execPath,
    ['--import', 'tsx', build, join(installed, 'dist'), '--declaration', 'false'],
    {
      cwd: root,
    },
  )
  for (const file of ['package.json', 'seeds'])
    cpSync(join(root, file), join(installed, file), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'), 'junction')
})

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

const named: readonly (readonly [string, readonly string[]])[] = [
  ['checkout-conformance', ['createGateway', 'createSandbox', 'deriveContract', 'parseSeed']],
  ['checkout-conformance/node', ['readContract', 'serve', 'startTwinServer']],
  ['checkout-conformance/msw', ['gatewayHandlers']],
  ['checkout-conformance/undici', ['gatewayMockAgent']],
]

test('plain Node imports every entry, and a gateway of the package answers', () => {
  const program = `
    const all = {}
    for (const name of ${JSON.stringify(named.map(([name]) => name))}) all[name] = Object.keys(await import(name))
    const { createGateway } = await import('checkout-conformance')
    const { readContract } = await import('checkout-conformance/node')
    const { fileURLToPath } = await import('node:url')
    const contract = readContract(fileURLToPath(import.meta.resolve('checkout-conformance/seeds/checkout-offer-source-data.json')))
    const gateway = createGateway({ contract })
    const { status } = await gateway.fetch(new Request('http://shop.test' + contract.routes.preview))
    console.log(JSON.stringify({ all, status }))`
  const told: unknown = JSON.parse(run(process.execPath, '--input-type=module', '--eval', program))
  expect(told).toEqual({
    all: Object.fromEntries(named.map(([name, names]) => [name, expect.arrayContaining([...names])])),
    status: 200,
  })
})

test('the vitest entry resolves, and every file that package.json names is there', () => {
  const program = `console.log(import.meta.resolve('checkout-conformance/vitest'))`
  const url = run(process.execPath, '--input-type=module', '--eval', program).trim()
  expect(readFileSync(new URL(url), 'utf8')).toContain('export function conformance')
})

test.each([
  ['checkout-conformance', 'init'],
  ['checkout-gateway', '--control'],
])('the command %s runs', (name, says) => {
  expect(run(join(installed, 'dist/bin', `${name}.js`), '--help')).toContain(says)
})

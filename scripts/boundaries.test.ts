import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The import table of the house: what may import what. Each rule names paths that must exist, so that a renamed folder
 * does not quietly take its rule with it.
 */
interface Rule {
  /** Files under this path, but for tests. */
  readonly from: string
  readonly except?: readonly string[]
  /** Folders and files of the project that may be imported, beside the path itself. */
  readonly project: readonly string[]
  /** Packages that may be imported; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[]
}

const rules: readonly Rule[] = [
  { from: 'contracts', project: [], packages: ['zod', 'zod-to-json-schema', 'ajv', 'node:'] },
  {
    from: 'mock-server',
    except: ['mock-server/stripe-twin'],
    project: ['contracts', 'mock-server'],
    packages: ['hono', '@hono/node-server', 'msw', 'undici', 'stripe', 'commander', 'pg', 'node:'],
  },
  {
    from: 'mock-server/stripe-twin',
    project: ['mock-server/faces'],
    packages: ['hono', 'stripe', '@hono/node-server', 'node:'],
  },
  {
    from: 'conformance',
    except: ['conformance/checks', 'conformance/testing.ts'],
    project: ['contracts', 'conformance', 'mock-server/stripe-twin'],
    packages: [
      'undici',
      'stripe',
      'commander',
      'fast-check',
      'playwright-core',
      '@sparticuz/chromium',
      'vitest',
      'node:',
    ],
  },
  {
    from: 'conformance/checks',
    project: ['contracts', 'conformance/judge', 'conformance/transcript.ts', 'conformance/markers.ts'],
    packages: [],
  },
]

/** Modules of `contracts/` that read files: the rest must run in a browser. */
const nodeInContracts = ['contracts/seed-file.ts']

const root = resolve(import.meta.dirname, '..')
const sources = (from: string) =>
  (readdirSync(join(root, from), { recursive: true }) as string[])
    .map((file) => `${from}/${file}`.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !/\.(test|fixture)\.ts$/.test(file) && !file.includes('/generated/'))

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].flatMap(([, statement, dynamic]) => statement ?? dynamic ?? [])
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function offences(rule: Rule): string[] {
  return sources(rule.from)
    .filter((file) => !(rule.except ?? []).some((path) => within(file, path)))
    .flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        if (specifier.startsWith('.')) {
          const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
          const allowed = [rule.from, ...rule.project].some((path) => within(target, path))
          return allowed ? [] : [`${file} imports ${target}`]
        }
        const allowed = rule.packages.some((name) =>
          name === 'node:'
            ? specifier.startsWith('node:')
            : specifier === name || specifier.startsWith(`${name}/`),
        )
        return allowed ? [] : [`${file} imports ${specifier}`]
      }),
    )
}

describe('the import table', () => {
  for (const rule of rules) {
    test(`${rule.from} imports what it may`, () => {
      for (const path of [rule.from, ...rule.project, ...(rule.except ?? [])]) {
        expect(existsSync(join(root, path)), `${path} is named by a rule and gone`).toBe(true)
      }
      expect(sources(rule.from).length).toBeGreaterThan(0)
      expect(offences(rule)).toEqual([])
    })
  }

  test('contracts reads files in one place only', () => {
    const reading = sources('contracts').filter((file) =>
      importsOf(file).some((name) => name.startsWith('node:')),
    )
    expect(reading).toEqual(nodeInContracts)
  })

  test('zod is imported in one place only', () => {
    const importing = ['contracts', 'mock-server', 'conformance', 'scripts']
      .flatMap(sources)
      .filter((file) => importsOf(file).some((name) => name === 'zod' || name.startsWith('zod/')))
    expect(importing).toEqual(['contracts/zod.ts'])
  })

  test('nobody imports scripts', () => {
    const importing = ['contracts', 'mock-server', 'conformance']
      .flatMap(sources)
      .filter((file) => importsOf(file).some((name) => name.includes('/scripts/')))
    expect(importing).toEqual([])
  })

  test('the gateway reads nothing that the seed decides from anywhere but the contract', () => {
    const seed = readFileSync(join(root, 'seeds/checkout-offer-source-data.json'), 'utf8')
    const values = [
      ...new Set(
        [
          ...seed.matchAll(
            /"((?:offer|price|product|checkout-stack|funnel)-[a-z0-9-]{8,}|[^"]*\bBumpgrade\b[^"]*)"/g,
          ),
        ].map(([, value = '']) => value),
      ),
    ]
    expect(values.length).toBeGreaterThan(10)
    const literal = ['contracts', 'mock-server', 'conformance', 'scripts']
      .flatMap(sources)
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8')
        return values.filter((value) => text.includes(value)).map((value) => `${file}: ${value}`)
      })
    expect(literal).toEqual([])
  })
})

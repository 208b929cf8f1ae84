import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Every specifier that a module imports at run time, with those of the modules of this project that it imports. */
function importsFrom(module: URL, seen: Set<string> = new Set()): readonly string[] {
  if (seen.has(module.href)) return []
  seen.add(module.href)
  const text = readFileSync(module, 'utf8')
  const found = [...text.matchAll(/^(?:import|export) (?!type )[^'"]*?from ['"]([^'"]+)['"]/gm)]
  return found.flatMap(([, specifier = '']) =>
    specifier.startsWith('.') ? importsFrom(new URL(specifier, module), seen) : [specifier],
  )
}

describe('what a service worker needs', () => {
  it.each([
    './msw.ts',
    '../index.ts',
    '../gateway.ts',
    '../stripe-twin/twin.ts',
    '../stripe-twin/pay/hosted-pay.ts',
  ])('%s runs in a browser: nothing behind it imports Node’s own modules', (file) => {
    const modules = new Set<string>()
    const imports = importsFrom(new URL(file, import.meta.url), modules)
    expect(modules.size).toBeGreaterThan(1)
    expect(imports.filter((specifier) => /^node:|^undici$|^@hono\/node-server/.test(specifier))).toEqual([])
  })

  it('finds a Node module where there is one', () => {
    expect(importsFrom(new URL('./serve.ts', import.meta.url))).toContain('node:http')
  })
})

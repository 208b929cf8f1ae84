import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanJson } from './json-text.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('stops where JSON.parse refuses, and nowhere else', () => {
  const pieces = fc.constantFrom(
    ...'{}[]:,"',
    '"a"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'null',
    ' ',
    '\n',
    '\\',
    '"\\u00e9"',
    '"\u0001"',
  )
  const texts = fc.oneof(
    fc.json(),
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(scanJson(text).stoppedAt === undefined, text).toBe(isJson(text))
    }),
    { numRuns: 5_000 },
  )
})

test('finds repeated members at any depth, however they are spelt', () => {
  const text = '{"a": {"x": [], "x": 1}, "b": [{"k": 1, "\\u006b": 2}, {"k": 3}], "A": 0}'
  expect(scanJson(text).duplicates).toEqual([
    { pointer: '/a/x', name: 'x' },
    { pointer: '/b/0/k', name: 'k' },
  ])
})

test('depth costs no stack', () => {
  const depth = 200_000
  expect(scanJson('['.repeat(depth) + ']'.repeat(depth)).stoppedAt).toBeUndefined()
})

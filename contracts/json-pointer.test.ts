import { expect, test } from 'vitest'
import { locate, parsePointer, resolvePointer, toPointer } from './json-pointer.ts'

// The document and the pointers of RFC 6901, section 5.
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'k"l': 6, ' ': 7, 'm~n': 8 }

test.each([
  ['', document],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
])('"%s"', (pointer, value) => {
  expect(resolvePointer(document, pointer)).toEqual(value)
  expect(toPointer(parsePointer(pointer))).toBe(pointer)
})

test.each(['/none', '/foo/2', '/foo/00', '/foo/-', '/foo/length', '/foo/0/0', '/constructor', '/__proto__'])(
  '"%s" names nothing',
  (pointer) => {
    expect(resolvePointer(document, pointer)).toBeUndefined()
  },
)

test.each(['foo', '/a~2b', '/~'])('"%s" is no pointer', (pointer) => {
  expect(() => resolvePointer(document, pointer)).toThrow(SyntaxError)
})

test('a pattern reaches every member, and says where each stands', () => {
  expect(locate(document, '/foo/*')).toEqual([
    { pointer: '/foo/0', value: 'bar' },
    { pointer: '/foo/1', value: 'baz' },
  ])
  expect(locate({ 'a/b': [{ x: 1 }, 2, { x: 3 }] }, '/*/*/x').map(({ pointer }) => pointer)).toEqual([
    '/a~1b/0/x',
    '/a~1b/2/x',
  ])
  expect(locate(null, '/foo')).toEqual([])
})

import { expect, test } from 'vitest'
import { inDocumentOrder } from './document-order.ts'

const document = { b: { 'x/y': [0, 1], a: 1 }, a: null, list: Array.from({ length: 12 }, () => ({ k: 1 })) }
const sorted = (...pointers: string[]) =>
  inDocumentOrder(
    document,
    pointers.map((pointer) => ({ pointer })),
  ).map(({ pointer }) => pointer)

test('members stand as the document has them, an object before what is in it', () => {
  expect(sorted('/a', '/list/10', '/b/a', '/list/9/k', '/b/x~1y/1', '/list/9', '/b', '')).toEqual([
    '',
    '/b',
    '/b/x~1y/1',
    '/b/a',
    '/a',
    '/list/9',
    '/list/9/k',
    '/list/10',
  ])
})

test('what is missing stands at the end of its parent', () => {
  expect(sorted('/gone', '/b/gone', '/list/0', '/a/gone', '/b/a', '/a', '/b/gone/more')).toEqual([
    '/b/a',
    '/b/gone',
    '/b/gone/more',
    '/a',
    '/a/gone',
    '/list/0',
    '/gone',
  ])
})

test('things at one place keep their order', () => {
  const things = ['first', 'second', 'third'].map((name) => ({ name, pointer: '/b' }))
  expect(inDocumentOrder(document, [{ name: 'last', pointer: '/a' }, ...things])).toEqual([
    ...things,
    { name: 'last', pointer: '/a' },
  ])
})

test('many problems in a long list are sorted in bounded time', () => {
  const list = Array.from({ length: 100_000 }, () => 1)
  const things = list.map((_one, at) => ({ pointer: `/list/${at}` })).reverse()
  expect(inDocumentOrder({ list }, things)[1]).toEqual({ pointer: '/list/1' })
})

import { describe, expect, test } from 'vitest'
import { canonicalTarget, nextHop, throttledFor } from './politeness.ts'
import type { RawResponse, WireRequest } from './transport.ts'

const now = Date.parse('2026-11-01T12:00:00Z')

function answer(status: number, headers: Record<string, string> = {}): RawResponse {
  return { status, reason: '', headers: Object.entries(headers), trailers: [], body: '', tapped: null }
}

function ask(method: string, path: string): WireRequest {
  return { method, path, headers: [], body: null }
}

describe('throttledFor', () => {
  test.each([
    ['an ordinary answer', answer(200), null],
    ['a 503 that names no time', answer(503), null],
    ['a 503 that does', answer(503, { 'retry-after': '2' }), 2000],
    ['seconds', answer(429, { 'Retry-After': '3' }), 3000],
    ['a date', answer(429, { 'retry-after': 'Sun, 01 Nov 2026 12:00:05 GMT' }), 5000],
    ['a date gone by', answer(429, { 'retry-after': 'Sun, 01 Nov 2026 11:00:00 GMT' }), 0],
    ['nothing', answer(429), 1000],
    ['nonsense', answer(429, { 'retry-after': 'soon' }), 1000],
    ['a day', answer(429, { 'retry-after': '86400' }), 86_400_000],
  ])('%s', (_name, response, expected) => {
    expect(throttledFor(response, now)).toBe(expected)
  })
})

describe('nextHop', () => {
  const target = new URL('http://127.0.0.1:4010/base/')
  test.each([
    ['a trailing slash', ask('GET', '/a'), answer(308, { location: '/base/a/' }), '/a/'],
    [
      'an absolute location',
      ask('GET', '/a?b=1'),
      answer(301, { location: 'http://127.0.0.1:4010/base/c?d=2' }),
      '/c?d=2',
    ],
    ['a relative location', ask('GET', '/a/b'), answer(302, { location: 'c' }), '/a/c'],
    ['a POST with 308', ask('POST', '/a'), answer(308, { location: '/base/b' }), '/b'],
    ['a POST with 302', ask('POST', '/a'), answer(302, { location: '/base/b' }), null],
    ['another origin', ask('GET', '/a'), answer(302, { location: 'https://elsewhere.example/base/a' }), null],
    ['out of the base', ask('GET', '/a'), answer(302, { location: '/other' }), null],
    ['itself', ask('GET', '/a'), answer(302, { location: '/base/a' }), null],
    ['no location', ask('GET', '/a'), answer(302), null],
    ['no redirect', ask('GET', '/a'), answer(200, { location: '/base/b' }), null],
  ])('%s', (_name, request, response, expected) => {
    expect(nextHop(request, response, target)?.path ?? null).toBe(expected)
  })
})

describe('canonicalTarget', () => {
  const of = (target: string, location: string) =>
    canonicalTarget(new URL(target), '/offers/x', answer(308, { location }))?.href ?? null

  test('the same host under another scheme or name is adopted', () => {
    expect(of('http://shop.example/', 'https://shop.example/offers/x')).toBe('https://shop.example/')
    expect(of('https://shop.example/', 'https://www.shop.example/offers/x')).toBe('https://www.shop.example/')
    expect(of('http://127.0.0.1:1/', 'http://localhost:1/offers/x')).toBe('http://localhost:1/')
  })

  test('another service on the same host is not, and neither is the way back from https', () => {
    expect(of('http://127.0.0.1:4010/', 'http://127.0.0.1:5432/offers/x')).toBeNull()
    expect(of('http://127.0.0.1:4010/', 'http://localhost:5432/offers/x')).toBeNull()
    expect(of('http://shop.example:4010/', 'https://shop.example/offers/x')).toBeNull()
    expect(of('https://shop.example/', 'http://shop.example/offers/x')).toBeNull()
  })

  test('another host, another path and the same origin are not', () => {
    expect(of('https://shop.example/', 'https://evil.example/offers/x')).toBeNull()
    expect(of('https://shop.example/', 'https://www.shop.example/login')).toBeNull()
    expect(of('https://shop.example/', 'https://shop.example/offers/x')).toBeNull()
    expect(of('https://shop.example/', 'ftp://shop.example/offers/x')).toBeNull()
  })
})

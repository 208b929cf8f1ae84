import { describe, expect, test } from 'vitest'
import type { Exchange } from '../transcript.ts'
import { internalsIn } from './internals.ts'
import { stopwatch } from '../stopwatch.fixture.ts'

const answered = (body: string): Exchange => ({
  kind: 'exchange',
  n: 1,
  scenario: 's',
  step: 's',
  operation: 'other',
  sentAt: 0,
  tookMs: 0,
  request: { method: 'GET', path: '/', headers: [], body: null },
  response: { status: 500, reason: '', headers: [], trailers: [], body, wire: [] },
  about: {},
})
const found = (body: string) => internalsIn(answered(body), '').map(({ what }) => what)

describe('the inside view that an answer gives', () => {
  test.each([
    ['{"message":"boom\\n    at run (/srv/app.js:1:2)"}', 'a stack trace (JavaScript)'],
    ['Error: boom\r\n\tat async Shop.run (node:internal/x:10:20)', 'a stack trace (JavaScript)'],
    ['<!doctype html><pre>at /x/y.js:3:4</pre>', 'a stack trace (JavaScript)'],
    ['System.Data.SqlClient.SqlException: Timeout', 'a stack trace (.NET)'],
    ['System.ArgumentNullException', 'a stack trace (.NET)'],
    ['<!doctype html><script>1</script>/home/shop/app', 'a file path'],
    ['<!doctype html><script type="application/json">"/home/shop/app"</script>', 'a file path'],
  ])('%s', (body, what) => {
    expect(found(body)).toContain(what)
  })
  test.each([
    '<!doctype html><script>import "/home/shop/app"</script><p>Hello</p><script src="/opt/a.js"></script>',
    '<!doctype html><img src="/opt/a.png" data-at="/srv/a"><a ng-href="/home/you">you</a>',
    'Look\n at the offers',
  ])('not in %s', (body) => {
    expect(found(body)).toEqual([])
  })
})

/** What takes a careless pattern time by the square of its length. */
const pumped = ['\n', '>', ' ', '<script>', 'System.', 'data-', 'at A.', "src='", 'SELECT ', 'node_modules/']

test.each(pumped)('an answer of %j alone is looked through in time', (piece) => {
  const body = `<!doctype html>${piece.repeat(120_000 / piece.length)}`
  const took = stopwatch()
  internalsIn(answered(body), '')
  expect(took()).toBeLessThan(800)
})

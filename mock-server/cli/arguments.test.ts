import { describe, expect, it } from 'vitest'
import { readArguments, UsageError, type Environment } from './arguments.ts'
import { startMock } from './start.ts'

function read(args: readonly string[], environment: Environment = {}) {
  return readArguments(args, environment, () => undefined)
}

describe('readArguments', () => {
  it('has loopback and port 4010 as its defaults', () => {
    expect(read([])).toMatchObject({ host: '127.0.0.1', port: 4010, defects: [], stripeBase: undefined })
  })

  it('collects defects, resolves secrets and cuts the origin', () => {
    const args = [
      '--defect',
      'one',
      '--defect',
      'two',
      '--webhook-secret',
      'env:S',
      '--origin',
      'https://shop.test/x',
    ]
    expect(read(args, { S: 'whsec_from_env' })).toMatchObject({
      defects: ['one', 'two'],
      webhookSecret: 'whsec_from_env',
      publicOrigin: 'https://shop.test',
    })
  })

  it('prefers --stripe-base to STRIPE_API_BASE', () => {
    const environment = { STRIPE_API_BASE: 'http://127.0.0.1:1' }
    expect(read([], environment).stripeBase).toBe('http://127.0.0.1:1')
    expect(read(['--stripe-base', 'http://127.0.0.1:2'], environment).stripeBase).toBe('http://127.0.0.1:2')
    expect(() => read([], { STRIPE_API_BASE: 'localhost' })).toThrow(/STRIPE_API_BASE/)
  })

  it('reads how the twin listens and sends', () => {
    const args = [
      '--twin-port',
      '4011',
      '--twin-origin',
      'https://pay.test/x',
      '--webhook-url',
      'http://b.test/hook',
    ]
    expect(read([...args, '--retry-after', '0.5,2', '--delay', '0'])).toMatchObject({
      ...{ twinPort: 4011, twinOrigin: 'https://pay.test', webhookUrl: 'http://b.test/hook' },
      ...{ backoffMs: [500, 2000], delayMs: 0 },
    })
    expect(read(['--retry-after', 'none'])).toMatchObject({ twinPort: 0, backoffMs: [], delayMs: undefined })
  })

  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--prot', '1'], '--port'],
    [['--stripe-base', 'localhost'], '--stripe-base'],
    [['--stripe-key', 'sk_live_abcdef'], '--stripe-key is a live key'],
    [['--stripe-key', 'nonsense'], '--stripe-key'],
    [['--webhook-secret', 'secret'], '--webhook-secret'],
    [['--owner-token', 'env:NOT_SET'], 'NOT_SET'],
    [['--owner-token', 'two words'], '--owner-token'],
    [['--origin', 'here'], '--origin'],
    [['--twin-port', '99999'], '--twin-port'],
    [['--twin-origin', 'phone'], '--twin-origin'],
    [['--webhook-url', 'localhost:3000'], '--webhook-url'],
    [['--retry-after', '1,soon'], '--retry-after'],
    [['--retry-after', ''], '--retry-after'],
    [['--delay', '-1'], '--delay'],
    [['--delay', '3601'], '--delay'],
    [['--stripe-base', 'http://x.test', '--webhook-url', 'http://y.test'], '--webhook-url is for the twin'],
    [['--stripe-base', 'http://x.test', '--twin-port', '0'], '--twin-port is for the twin'],
    [['extra'], 'arguments'],
  ])('refuses %j', (args, named) => {
    expect(() => read(args)).toThrow(UsageError)
    expect(() => read(args)).toThrow(named)
    expect(() => read(args)).not.toThrow('sk_live_')
  })
})

describe('startMock', () => {
  it.each([
    [['--host', '203.0.113.77'], '--host'],
    [['--seed', 'nowhere.json'], '--seed: nowhere.json cannot be read'],
    [['--seed', 'package.json'], '--seed: '],
    [['--defect', 'no-such-defect'], '--defect: '],
  ])('refuses %j and leaves nothing running', async (args, named) => {
    await expect(startMock(read(['--port', '0', ...args]))).rejects.toThrow(named)
  })
})

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

import { setupServer } from 'msw/node'
import { request as ask } from 'undici'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gatewayHandlers } from '../faces/msw.ts'
import { gatewayMockAgent } from '../faces/undici.ts'
import { startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

beforeEach(() => {
  gateway = startSandbox()
})

afterEach(() => gateway.close())

const address = () => gateway.origin + gateway.contract.routes.sourceData

describe('a scripted failure through MSW', () => {
  test('drops the connection, or breaks it half way', async () => {
    const server = setupServer(...gatewayHandlers(gateway.fetch, { origin: gateway.origin }))
    server.listen({ onUnhandledRequest: 'error' })
    try {
      gateway.control.fail({ route: 'source-data', kind: 'drop' })
      await expect(fetch(address())).rejects.toThrow(TypeError)
      gateway.control.fail({ route: 'source-data', kind: 'half' })
      await expect(fetch(address()).then((half) => half.text())).rejects.toThrow()
      expect((await fetch(address())).status).toBe(200)
    } finally {
      server.close()
    }
  })
})

describe('a scripted failure through undici', () => {
  test('drops the connection, or breaks it half way', async () => {
    const dispatcher = gatewayMockAgent(gateway.fetch, gateway.origin)
    gateway.control.fail({ route: 'source-data', kind: 'drop' })
    await expect(ask(address(), { dispatcher })).rejects.toThrow('other side closed')
    gateway.control.fail({ route: 'source-data', kind: 'half' })
    await expect(ask(address(), { dispatcher }).then(({ body }) => body.text())).rejects.toThrow()
    expect((await ask(address(), { dispatcher })).statusCode).toBe(200)
    await dispatcher.close()
  })
})

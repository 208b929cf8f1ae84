import { setupServer } from 'msw/node'
import { fetch as undiciFetch, request as undiciRequest, type Dispatcher, type MockAgent } from 'undici'
import type { FetchFunction } from './fetch-function.ts'
import { gatewayHandlers } from './msw.ts'
import { initOf, seenBy, type Ask, type Face, type Seen } from './seen.fixture.ts'
import { serve } from './serve.ts'
import { gatewayMockAgent } from './undici.ts'

/** One app behind one face. */
export interface OpenFace {
  readonly name: string
  readonly face: Face
  close(this: void): Promise<void>
}

/** The ways to open a face for an app, by name. `origin` is the one that in-process faces play. */
export const openers: Readonly<Record<string, (app: FetchFunction, origin: string) => Promise<OpenFace>>> = {
  'node:http': async (app) => {
    const server = await serve(app)
    const face: Face = async (ask) => seenBy(await fetch(`${server.origin}${ask.path}`, initOf(ask)))
    return { name: 'node:http', face, close: server.close }
  },
  msw: async (app, origin) => {
    const msw = setupServer(...gatewayHandlers(app, { origin }))
    msw.listen({ onUnhandledRequest: 'bypass' })
    const face: Face = async (ask) => seenBy(await fetch(`${origin}${ask.path}`, initOf(ask)))
    return {
      name: 'msw',
      face,
      close: async () => {
        msw.close()
      },
    }
  },
  'undici fetch': async (app, origin) =>
    throughAgent('undici fetch', app, origin, (agent) => async (ask) => {
      const response = await undiciFetch(`${origin}${ask.path}`, { ...initOf(ask), dispatcher: agent })
      return seenBy(response)
    }),
  'global fetch through undici': async (app, origin) =>
    throughAgent('global fetch through undici', app, origin, (agent) => async (ask) => {
      // Node's own types know the dispatcher of Node's own undici alone.
      const init: object = { ...initOf(ask), dispatcher: agent }
      return seenBy(await fetch(`${origin}${ask.path}`, init))
    }),
  'undici request': async (app, origin) =>
    throughAgent('undici request', app, origin, (agent) => (ask) => byRequest(agent, origin, ask)),
  'undici pool': async (app, origin) =>
    throughAgent('undici pool', app, origin, (agent) => (ask) => byRequest(agent.get(origin), origin, ask)),
}

function throughAgent(
  name: string,
  app: FetchFunction,
  origin: string,
  faceOf: (agent: MockAgent) => Face,
): OpenFace {
  const agent = gatewayMockAgent(app, origin)
  return { name, face: faceOf(agent), close: () => agent.close() }
}

async function byRequest(dispatcher: Dispatcher, origin: string, ask: Ask): Promise<Seen> {
  const { method, headers, body = null } = { body: null, ...initOf(ask) }
  const answer = await undiciRequest(`${origin}${ask.path}`, { dispatcher, method, headers, body })
  const pairs = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((item): [string, string] => [name, item]),
  )
  return seenBy({ status: answer.statusCode, headers: pairs, arrayBuffer: () => answer.body.arrayBuffer() })
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContract } from '../../contracts/seed-file.ts'
import { launchBrowser } from '../console/browser.fixture.ts'
import { openers } from './every-face.fixture.ts'
import type { Seen } from './seen.fixture.ts'
import { serve, type RunningServer } from './serve.ts'
import { repeatableGateway, story } from './story.fixture.ts'

const contract = readContract(new URL('../../seeds/checkout-offer-source-data.json', import.meta.url))
const played = 'http://gateway.test'
let browser: Browser
let server: RunningServer

/** Only these three files come from the server: whatever the gateway says, it says through the worker. */
async function files(): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('service-worker.page.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'silent' },
  })
  const worker = readFileSync(new URL(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8')
  return new Map([
    [
      '/',
      [
        'text/html',
        '<!doctype html><title>A front end</title><script type="module" src="/page.js"></script>',
      ],
    ],
    ['/page.js', ['text/javascript', outputFiles[0]?.text ?? '']],
    ['/mockServiceWorker.js', ['text/javascript', worker]],
  ])
}

beforeAll(async () => {
  const served = await files()
  server = await serve((request) => {
    const [type, body] = served.get(new URL(request.url).pathname) ?? []
    if (type === undefined) return new Response('not of the gateway', { status: 599 })
    return new Response(body ?? '', { headers: { 'content-type': type } })
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

/** What `node:http` says, as far as a browser shows it. */
async function servedStory(): Promise<readonly Seen[]> {
  const gateway = repeatableGateway(contract, played)
  const opened = await openers['node:http']?.(gateway.fetch, played)
  if (opened === undefined) throw new Error('there is no face over node:http')
  const seen = await story(contract, opened.face)
  await opened.close()
  await gateway.close()
  return seen.map((each) => (each.status === 303 ? { status: 303, headers: [], body: '' } : each))
}

test('the whole story in a browser, through the service worker, says what node:http says', async () => {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(server.origin)
  await page.waitForFunction('"tell" in window')
  const told: unknown = await page.evaluate(
    `tell(${JSON.stringify(contract.seed)}, ${JSON.stringify(played)})`,
  )
  expect(faults).toEqual([])
  expect(told).toEqual({
    compared: await servedStory(),
    decided: { declined: 'page', paid: 'paid', status: 'post_purchase_decision_recorded' },
  })
})

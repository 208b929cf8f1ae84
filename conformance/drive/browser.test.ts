import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type Listening } from '../hostile/server.fixture.ts'
import { createTab } from './browser-tab.ts'
import { openBrowser, type BrowserAtHand, type Visit } from './browser.ts'
import { Aborted } from './driver.ts'

const pages: { readonly [path: string]: string } = {
  '/asks': `<button onclick="if (confirm('Sure?')) fetch('/yes', { method: 'POST' })">Yes</button>
    <button onclick="fetch('/said-' + prompt('What?', 'this'), { method: 'POST' })">Say</button>`,
  '/sticks': '<button onclick="for (;;);">Go</button>',
}
let server: Listening
let browser: BrowserAtHand | null = null

beforeAll(async () => {
  server = await listen(({ path }, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${pages[path] ?? ''}`)
  })
  browser = await openBrowser(new URL(server.origin), process.env['CHROME_PATH'])
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

const visit = async <T>(path: string, use: (visit: Visit) => Promise<T>) =>
  browser?.visit(server.origin + path, () => [], use)

test('a page that asks again is told yes, and one that asks for a text is told nothing', async () => {
  const posted = await visit('/asks', async ({ tab, requests }) => {
    for (const { index } of await tab.controls()) await tab.press(index)
    const paths = () =>
      requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)
    await tab.until(5_000, async () => (paths().length === 2 ? true : undefined))
    return paths()
  })
  expect(posted).toEqual(['/yes', '/said-null'])
})

test('a page that is gone when something is typed into it ends nothing', async () => {
  const gone = () => Promise.reject(new Error('Target page, context or browser has been closed'))
  const field = { index: 0, kind: 'text', visible: true, enabled: true }
  const page = {
    // The field is found, and then its middle.
    evaluate: (script: string) => Promise.resolve(script.includes('.map(') ? [field] : [1, 1]),
    mouse: { click: gone },
    keyboard: { press: gone, insertText: gone },
  }
  expect(await createTab(page as unknown as Page).fill('text')).toBe(1)
})

test('a page that is stuck is waited for once', async () => {
  const seen = await visit('/sticks', async ({ tab }) => {
    await tab.press(0)
    const controls = await tab.controls()
    const before = performance.now()
    const html = await tab.html()
    return { controls, html, again: performance.now() - before < 1_000 }
  })
  expect(seen).toEqual({ controls: [], html: '', again: true })
})

test('a browser that is gone ends a scenario, and not the run', async () => {
  await browser?.close()
  await expect(visit('/asks', async () => 'seen')).rejects.toBeInstanceOf(Aborted)
})

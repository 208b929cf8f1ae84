import { existsSync } from 'node:fs'
import type { Browser, Dialog, Page } from 'playwright-core'
import type { Header } from '../transcript.ts'
import { createTab, type Tab } from './browser-tab.ts'
import { Aborted } from './driver.ts'

/** A request that a page made, allowed or not. */
export interface PageRequest {
  readonly method: string
  readonly url: string
  readonly body: string | null
}

/** An answer of the target's that a page got. */
export interface PageAnswer {
  readonly method: string
  readonly url: string
  readonly status: number
  /** Undefined where it was none. */
  readonly json: unknown
}

/** A visit while it lasts. The lists grow as the page goes on. */
export interface Visit {
  readonly tab: Tab
  readonly requests: readonly PageRequest[]
  readonly answers: readonly PageAnswer[]
  /** The status with which the page came; null where none did. */
  readonly status: number | null
}

/** Headers that the target's test environment wants on a route; `path` as it stands in the URL. */
export type HeadersFor = (method: string, path: string) => readonly Header[]

/** A browser that can reach the target and nobody else: every other request is noted and refused. */
export interface BrowserAtHand {
  readonly visit: <Result>(
    url: string,
    headersFor: HeadersFor,
    use: (visit: Visit) => Promise<Result>,
  ) => Promise<Result>
  readonly close: () => Promise<void>
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** How long a page may take to load, in milliseconds. */
const loadTimeout = 10_000

/**
 * Opens a Chrome or Chromium through playwright-core; null where either is missing. `chromePath` (CHROME_PATH) goes
 * before the usual places and `@sparticuz/chromium`.
 */
export async function openBrowser(target: URL, chromePath?: string): Promise<BrowserAtHand | null> {
  const chromium = await import('playwright-core').then((module) => module.chromium).catch(() => null)
  if (chromium === null) return null
  const flags = [
    '--no-proxy-server',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    // Also what a redirect leads to, which a route handler never sees, must not leave for anybody else.
    `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${target.hostname.replace(/^\[|\]$/g, '')}`,
  ]
  for await (const executablePath of executables(chromePath)) {
    for (const chromiumSandbox of [true, false]) {
      const args = chromiumSandbox ? flags : [...flags, '--no-sandbox']
      const browser = await chromium.launch({ executablePath, chromiumSandbox, args }).catch(() => null)
      if (browser !== null) return atHand(browser)
    }
  }
  return null
}

async function* executables(chromePath: string | undefined): AsyncGenerator<string> {
  if (chromePath !== undefined && chromePath !== '') yield chromePath
  yield* usualPlaces.filter((path) => existsSync(path))
  const packed = await import('@sparticuz/chromium').then((module) => module.default).catch(() => null)
  const path = await packed?.executablePath().catch(() => null)
  if (path !== null && path !== undefined) yield path
}

function atHand(browser: Browser): BrowserAtHand {
  return {
    visit: async (url, headersFor, use) => {
      const context = await browser
        .newContext({ serviceWorkers: 'block', acceptDownloads: false })
        .catch(() => null)
      try {
        const page = await context?.newPage().catch(() => null)
        const watched = page && (await watch(page, new URL(url), headersFor).catch(() => null))
        if (!page || !watched) throw new Aborted('the browser opens no page any more', null, null)
        page.setDefaultTimeout(loadTimeout)
        page.on('dialog', (dialog) => void answer(dialog).catch(() => {}))
        // A page that never comes to rest is looked at as it is.
        const came = await page.goto(url, { waitUntil: 'load', timeout: loadTimeout }).catch(() => null)
        return await use({ tab: createTab(page), ...watched, status: came?.status() ?? null })
      } finally {
        await context?.close().catch(() => {})
      }
    },
    close: () => browser.close().catch(() => {}),
  }
}

/** Whoever presses a button means it, also when the page asks again, or asks whether to leave. */
function answer(dialog: Dialog): Promise<void> {
  return ['confirm', 'beforeunload'].includes(dialog.type()) ? dialog.accept() : dialog.dismiss()
}

async function watch(page: Page, own: URL, headersFor: HeadersFor) {
  const requests: PageRequest[] = []
  const answers: PageAnswer[] = []
  page.on('request', (request) => {
    requests.push({ method: request.method(), url: request.url(), body: request.postData() })
  })
  page.on('websocket', (socket) => {
    requests.push({ method: 'GET', url: socket.url(), body: null })
  })
  page.on('response', (response) => {
    if (!isOwn(response.url(), own)) return
    const { method, url, status } = {
      method: response.request().method(),
      url: response.url(),
      status: response.status(),
    }
    void response.json().then(
      (json: unknown) => answers.push({ method, url, status, json }),
      () => answers.push({ method, url, status, json: undefined }),
    )
  })
  await page.route('**/*', async (route) => {
    const request = route.request()
    // A page that is gone by now needs no answer.
    if (!isOwn(request.url(), own)) return route.abort('blockedbyclient').catch(() => {})
    const { pathname } = new URL(request.url())
    const more = Object.fromEntries(headersFor(request.method(), pathname))
    return route.continue({ headers: { ...request.headers(), ...more } }).catch(() => {})
  })
  return { requests, answers }
}

function isOwn(url: string, own: URL): boolean {
  return URL.canParse(url) && (new URL(url).origin === own.origin || /^(?:data|blob|about):/.test(url))
}

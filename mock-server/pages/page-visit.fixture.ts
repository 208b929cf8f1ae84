import type { Browser, Page } from 'playwright-core'
import { startSandbox, type Sandbox } from '../control/sandbox.fixture.ts'
import { serve } from '../faces/serve.ts'
import type { GatewayOptions } from '../options.ts'

/** A gateway that a browser can reach, and a page of it whose clock the test moves. */
export interface Shop {
  readonly gateway: Sandbox
  readonly page: Page
  /** Opens a path of the shop. */
  open(this: void, path: string): Promise<void>
  /** How often the page has asked the read of decisions. */
  reads(this: void): number
  close(this: void): Promise<void>
}

interface ShopOptions {
  readonly gateway?: Partial<GatewayOptions>
  readonly script?: boolean
}

export async function openShop(browser: Browser, options: ShopOptions = {}): Promise<Shop> {
  const { script = true } = options
  const gateway = startSandbox(options.gateway)
  const server = await serve(gateway.fetch)
  const context = await browser.newContext({ javaScriptEnabled: script })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  if (script) await page.clock.install()
  let reads = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === gateway.contract.routes.decisions) reads += 1
  })
  return {
    gateway,
    page,
    reads: () => reads,
    open: async (path) => void (await page.goto(server.origin + path)),
    close: async () => {
      await context.close()
      await server.close()
      await gateway.close()
    },
  }
}

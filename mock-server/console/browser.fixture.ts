import bundled from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/** A headless Chromium: the one that CHROME_PATH names, else the one from the registry. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH: own } = process.env
  const executablePath = own === undefined || own === '' ? await bundled.executablePath() : own
  const args = ['--no-sandbox', '--no-proxy-server', '--disable-gpu', '--disable-dev-shm-usage']
  return chromium.launch({ executablePath, args, headless: true })
}

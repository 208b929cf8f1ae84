import type { Driver, Sent } from '../../drive/driver.ts'
import type { Tags } from '../../drive/verbs.ts'
import type { Header } from '../../transcript.ts'

/** What a browser asks for. */
const accept: Header = ['accept', 'text/html,application/xhtml+xml,*/*;q=0.8']

/** Fetches a page as a browser would, without running it. */
export async function fetchPage(
  driver: Driver,
  operation: 'page.preview' | 'page.success' | 'page.cancel' | 'page.post-purchase',
  path: string,
  tags: Tags,
): Promise<Sent> {
  return driver.send({ operation, path, headers: [accept], ...tags })
}

export function successPath({ contract }: Driver, intentId: string): string {
  return `${contract.routes.success}?checkout_intent_id=${encodeURIComponent(intentId)}`
}

export function postPurchasePath({ contract }: Driver, intentId: string): string {
  return `${contract.routes.postPurchase}/${encodeURIComponent(intentId)}`
}

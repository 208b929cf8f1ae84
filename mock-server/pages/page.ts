import type { Contract } from '../../contracts/contract.ts'
import type { Behaviour } from '../defects/behaviour.ts'

export type PageName = 'preview' | 'success' | 'cancel' | 'post-purchase'

/** What a page may know of the state: a few public words. */
export interface PageFacts {
  readonly page: PageName
  /** As in the URL. Escaped wherever it is written. */
  readonly intentId: string
  readonly eligible: boolean
  readonly status: string | null
  /** Seconds; 0 without an intent. */
  readonly updatedAt: number
  /** Whether the preview's start button waits for the exact text. */
  readonly startWaitsForText: boolean
  /** Whether the success page shows the way on. */
  readonly wayOpen: boolean
  /** Whether the decision buttons can be pressed. */
  readonly buttonsOpen: boolean
  /** Whether the buttons let go of a second press. */
  readonly onePress: boolean
  readonly pricesShown: boolean
  /** More markup for the body, where a defect has some. */
  readonly extra: string
}

export interface PageContext {
  readonly contract: Contract
  readonly facts: PageFacts
  readonly escape: Behaviour['escape']
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}' +
  'button,input{font:inherit;padding:.5rem;max-width:100%}input{width:100%;box-sizing:border-box}' +
  'li{margin:.25rem 0}[hidden]{display:none}'

/** A whole page. `body` is markup already; `title` is text. */
export function pageOf({ escape, facts }: PageContext, title: string, body: string, script = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
${facts.extra}
</main>
${script === '' ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

/** A price for people: the currency's own number of decimals, then its code. Amounts are in its smallest unit. */
export function priceText(unitAmount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
  const { maximumFractionDigits: decimals = 2 } = format.resolvedOptions()
  return format.format(unitAmount / 10 ** decimals).replace(/^([A-Z]{3})\s?(.*)$/, '$2 $1')
}

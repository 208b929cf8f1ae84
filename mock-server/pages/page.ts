import type { Contract } from '../../contracts/contract.ts'
import type { Behaviour } from '../defects/behaviour.ts'
import type { Intent } from '../domain/records.ts'
import { pageStyle } from './style.ts'

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
  /** Whether the time of the post-purchase path, which was open, is over. */
  readonly timeOver: boolean
  /** Whether the payment page can still be gone to. */
  readonly payPageOpen: boolean
  /** What the checkout is about; null without an intent. */
  readonly order: Pick<Intent, 'lines' | 'amountCents' | 'currency'> | null
  /** Whether the decision buttons can be pressed. */
  readonly buttonsOpen: boolean
  /** Whether the buttons let go of a second press. */
  readonly onePress: boolean
  readonly pricesShown: boolean
  /** What this page has recorded for the intent: the decision's kind, by offer. */
  readonly recorded: ReadonlyMap<string, string>
  /** More markup for the body, where a defect has some. */
  readonly extra: string
}

export interface PageContext {
  readonly contract: Contract
  readonly facts: PageFacts
  readonly escape: Behaviour['escape']
}

/** A page with the parts that its security policy names by their hashes. */
export interface Page {
  readonly html: string
  readonly script: string
  readonly style: string
}

interface Parts {
  readonly title: string
  /** Markup. */
  readonly body: string
  /** The same for every visit: what a visit is about stands in `data`, so that the policy tells nothing of it. */
  readonly script?: string
  /** For the script, as `data-…` attributes of the page's main part. */
  readonly data?: Readonly<Record<string, string>>
  /** Seconds after which the page asks again where no script does. */
  readonly refreshAfter?: number
}

const steps = ['Offer', 'Payment', 'What is next'] as const
const stepOf: Readonly<Record<PageName, number>> = { preview: 0, cancel: 0, success: 1, 'post-purchase': 2 }

/** A whole page. */
export function pageOf({ escape, facts }: PageContext, parts: Parts): Page {
  const { title, body, script = '', data = {}, refreshAfter } = parts
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escape(value)}"`)
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
${refreshAfter === undefined ? '' : `<noscript><meta http-equiv="refresh" content="${refreshAfter}"></noscript>`}
</head>
<body>
<header>
<p class="band">Sandbox: no real card is ever charged.</p>
<ol class="steps" aria-label="Progress">${stepItems(facts)}</ol>
</header>
<main${attributes.join('')}>
<h1 dir="auto">${escape(title)}</h1>
${body}
${facts.extra}
</main>
${script === '' ? '' : `<script>${script}</script>`}
</body>
</html>
`
  return { html, script, style: pageStyle }
}

/** A step that is done says so, in its colour, by a tick and to who hears the page. */
function stepItems({ page, status }: PageFacts): string {
  const isDone = [status !== null, status === 'paid', false]
  return steps
    .map((step, index) => {
      const done = isDone[index] === true ? ' data-done' : ''
      const current = index === stepOf[page] ? ' aria-current="step"' : ''
      const tick =
        '<span class="done"><span aria-hidden="true">✓ </span><span class="heard">Done: </span></span>'
      return `<li data-step="${index}"${done}${current}>${tick}${step}</li>`
    })
    .join('')
}

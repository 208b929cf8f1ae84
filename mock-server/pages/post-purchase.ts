import type { Offer } from '../../contracts/contract.ts'
import { decisionLabels } from './decision-words.ts'
import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'
import { postPurchaseScript } from './post-purchase-script.ts'
import { priceText } from './price.ts'

/** The key under which the page records its decision on an offer: a second one, also after a reload, is a replay. */
export function pageDecisionKey(intentId: string, offerId: string): string {
  return `post-purchase-page:${offerId}:${intentId}`
}

/** The decisions, as buttons that can be pressed only for an eligible intent; one press is one decision. */
export function postPurchasePage(context: PageContext): Page {
  const { contract, facts } = context
  const { decisions } = contract.routes
  const offers = contract.stack.postPurchasePath.offers.map((offer, index) => section(context, offer, index))
  const lead = '<p>These offers go with your purchase. Say whether they interest you: nothing is charged.</p>'
  const body = `${facts.buttonsOpen ? lead + confirmation(context) : closed(context)}
${offers.join('\n')}`
  return pageOf(context, {
    title: 'One more thing',
    body,
    script: facts.buttonsOpen ? postPurchaseScript : '',
    data: {
      decisions,
      intent: facts.intentId,
      wanted: contract.texts.decision,
      updated: String(facts.updatedAt),
      'one-press': String(facts.onePress),
    },
  })
}

/** Why nothing can be decided, and where to go from here. */
function closed({ contract, escape, facts }: PageContext): string {
  const { preview, success } = contract.routes
  const state = `${success}?checkout_intent_id=${encodeURIComponent(facts.intentId)}`
  const [why, href, words] = facts.timeOver
    ? ['The time for these offers is over. Nothing more is recorded.', state, 'Back to your checkout']
    : facts.status === null
      ? ['There is no such checkout.', preview, 'Back to the offer']
      : ['This checkout is not open for decisions.', state, 'See how it stands']
  return `<p role="status" data-role="message">${why}</p>
<p><a href="${escape(href)}">${words}</a></p>`
}

function confirmation({ contract, escape }: PageContext): string {
  return `<section aria-label="Your confirmation">
<div class="scripted">
<label class="field" for="confirmation">Confirmation</label>
<p id="wanted">Before you press, type exactly: <code data-role="confirmation-text">${escape(contract.texts.decision)}</code></p>
<input type="text" id="confirmation" aria-describedby="wanted message" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false">
<p role="status" id="message" data-role="message"></p>
</div>
<noscript><p>Recording takes a script here. Without one, ask <code>${escape(contract.routes.decisions)}</code> directly.</p></noscript>
</section>`
}

function section(context: PageContext, offer: Offer, index: number): string {
  const { contract, escape, facts } = context
  const labels = decisionLabels(contract, offer)
  const recorded = facts.recorded.get(offer.id)
  const buttons = [...labels].map(
    ([kind, label]) =>
      `<button type="button" class="scripted" data-role="decision" data-decision-kind="${escape(kind)}"` +
      ` aria-describedby="offer-${index}"${recorded === undefined ? '' : ' aria-disabled="true"'}>${escape(label)}</button>`,
  )
  const state =
    recorded === undefined ? '' : `Recorded: ${labels.get(recorded) ?? recorded}. Nothing was charged.`
  const price = facts.pricesShown
    ? `<p class="price" data-role="price">${escape(priceText(offer.unitAmountCents, offer.currency))}</p>`
    : ''
  const key = facts.buttonsOpen ? ` data-key="${escape(pageDecisionKey(facts.intentId, offer.id))}"` : ''
  return `<section data-role="offer" aria-labelledby="offer-${index}"${key}>
<h2 id="offer-${index}" dir="auto">${escape(offer.title)}</h2>
<p dir="auto">${escape(offer.customerPromise ?? '')}</p>
${price}
${facts.buttonsOpen ? buttons.join('\n') : ''}
<p role="status" data-role="recorded" data-tone="good">${escape(state)}</p>
</section>`
}

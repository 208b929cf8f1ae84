import type { Offer } from '../../contracts/contract.ts'
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
  const { contract, escape, facts } = context
  const { decisions, success } = contract.routes
  const back = `${success}?checkout_intent_id=${encodeURIComponent(facts.intentId)}`
  const closed = `<p role="status" data-role="message">This checkout is not open for decisions.</p>
<p><a href="${escape(back)}">Look at its state</a></p>`
  const offers = contract.stack.postPurchasePath.offers.map((offer) => section(context, offer)).join('\n')
  const body = `<p>Say what you think of these. No decision here charges anything.</p>
${facts.buttonsOpen ? confirmation(context) : closed}
${offers}`
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

function confirmation({ contract, escape }: PageContext): string {
  return `<section aria-label="Your confirmation">
<label class="field" for="confirmation">Confirmation</label>
<p id="wanted">Before you press, type exactly: <code data-role="confirmation-text">${escape(contract.texts.decision)}</code></p>
<input type="text" id="confirmation" aria-describedby="wanted message" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false">
<p role="status" id="message" data-role="message"></p>
<noscript><p>Recording takes a script here. Without one, ask <code>${escape(contract.routes.decisions)}</code> directly.</p></noscript>
</section>`
}

function section({ contract, escape, facts }: PageContext, offer: Offer): string {
  const recorded = facts.recorded.get(offer.id)
  const buttons = contract.decisions
    .filter(({ presentedOfferId }) => presentedOfferId === offer.id)
    .map(
      ({ decisionKind }) =>
        `<button type="button" data-role="decision" data-decision-kind="${escape(decisionKind)}"` +
        `${recorded === undefined ? '' : ' disabled'}>${escape(wordsOf(decisionKind))}</button>`,
    )
  const state = recorded === undefined ? '' : `Recorded: ${wordsOf(recorded)}. Nothing was charged.`
  const price = facts.pricesShown
    ? `<p class="price" data-role="price">${escape(priceText(offer.unitAmountCents, offer.currency))}</p>`
    : ''
  const key = facts.buttonsOpen ? ` data-key="${escape(pageDecisionKey(facts.intentId, offer.id))}"` : ''
  return `<section data-role="offer" aria-labelledby="${escape(offer.id)}"${key}>
<h2 id="${escape(offer.id)}" dir="auto">${escape(offer.title)}</h2>
<p dir="auto">${escape(offer.customerPromise ?? '')}</p>
${price}
${facts.buttonsOpen ? buttons.join('\n') : ''}
<p role="status" data-role="recorded" data-tone="good">${escape(state)}</p>
</section>`
}

function wordsOf(kind: string): string {
  const words = kind.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'
import { priceText } from './price.ts'
import { timeIsOver, wordsOfState } from './state-words.ts'
import { pollEvery, successScript, waitingNote, wayText } from './success-script.ts'

/** Polls the redacted contract, or asks for a refresh; the way on is there only once it says eligible. */
export function successPage(context: PageContext): Page {
  const { contract, escape, facts } = context
  const { decisions, postPurchase, preview, success } = contract.routes
  const id = encodeURIComponent(facts.intentId)
  const way = `${postPurchase}/${id}`
  const self = `${success}?checkout_intent_id=${id}`
  const state = wordsOfState(facts)
  const tone = facts.eligible ? 'good' : state.tone
  const wayOn = facts.wayOpen ? `<a class="button" href="${escape(way)}">${wayText}</a>` : ''
  const body = `<section aria-labelledby="state">
<h2 id="state">How it stands</h2>
<p role="status" data-role="status" data-tone="${tone}"${state.final ? '' : ' class="waiting"'}>${escape(state.text)}</p>
<p class="soft" data-role="note">${noteOf(context)}</p>
<div data-role="way">${wayOn}</div>
${payAgain(context)}
<noscript><p><a href="${escape(self)}">Look again</a></p></noscript>
</section>
${order(context)}
<p><a${state.final && !facts.wayOpen ? ' class="button"' : ''} data-role="back" href="${escape(preview)}">Back to the offer</a></p>`
  return pageOf(context, {
    title: 'Your checkout',
    body,
    script: successScript,
    data: {
      ...{ read: `${decisions}?checkoutIntentId=${id}`, self, way },
      over: String(facts.timeOver),
      // Of an intent that is unknown now the script asks a few times: it may have been started a moment ago.
      asks: String(!state.final || (facts.status === null && facts.intentId !== '')),
    },
    // A page with a link to press stays long enough to press it.
    ...(state.final ? {} : { refreshAfter: facts.wayOpen ? 10 : pollEvery / 1000 }),
  })
}

function noteOf({ facts }: PageContext): string {
  if (facts.timeOver) return timeIsOver
  return facts.eligible || wordsOfState(facts).final ? '' : waitingNote
}

/** Who left the payment page unpaid finds back to it, by the one route that may lead there. */
function payAgain({ contract, escape, facts }: PageContext): string {
  if (!facts.payPageOpen) return ''
  const address = `${contract.routes.checkout}/redirect/${encodeURIComponent(facts.intentId)}`
  return `<p data-role="pay">Not paid yet? <a href="${escape(address)}">Back to the payment page</a></p>`
}

/** What the checkout is about. */
function order({ escape, facts }: PageContext): string {
  const { order, pricesShown } = facts
  if (order === null) return ''
  const price = (amount: number) => (pricesShown ? escape(priceText(amount, order.currency)) : '')
  const line = (title: string, amount: number) =>
    `<li><span dir="auto">${escape(title)}</span> <span>${price(amount)}</span></li>`
  const lines = order.lines.map(({ title, unitAmountCents }) => line(title, unitAmountCents))
  const total = pricesShown
    ? `<p class="total" data-role="total"><span>Total</span> <span>${price(order.amountCents)}</span></p>`
    : ''
  return `<section aria-labelledby="order">
<h2 id="order">Your order</h2>
<ul class="lines" data-role="order">${lines.join('\n')}</ul>
${total}
</section>`
}

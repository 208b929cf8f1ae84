import type { Offer } from '../../contracts/contract.ts'
import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'
import { previewScript } from './preview-script.ts'
import { decimalsOf, priceText } from './price.ts'

/** The offer with its bumps, and the panel that starts a checkout once the exact text is typed. */
export function previewPage(context: PageContext): Page {
  const { contract, escape, facts } = context
  const { primaryOffer, routes, texts } = contract
  const { summary } = contract.stack
  const body = `<p class="soft" dir="auto">${escape(typeof summary === 'string' ? summary : '')}</p>
<section data-role="primary-offer" aria-labelledby="offer">
<h2 id="offer" dir="auto">${escape(primaryOffer.title)}</h2>
<p dir="auto">${escape(primaryOffer.customerPromise ?? '')}</p>
${price(context, primaryOffer)}
</section>
<form data-role="start-panel" aria-label="Start the checkout">
${bumps(context)}
${total(context)}
<div class="scripted">
<label class="field" for="confirmation">Confirmation</label>
<p id="wanted">To start, type exactly: <code data-role="confirmation-text">${escape(texts.checkout)}</code></p>
<input type="text" id="confirmation" name="confirmation" aria-describedby="wanted" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false">
<button type="submit" data-role="start"${facts.startWaitsForText ? ' disabled' : ''}>Start the sandbox checkout</button>
<p role="status" data-role="message"></p>
</div>
<noscript><p>Starting takes a script here. Without one, ask <code>${escape(routes.checkout)}</code> directly.</p></noscript>
</form>`
  return pageOf(context, {
    title: contract.stack.title,
    body,
    script: previewScript,
    data: {
      checkout: routes.checkout,
      wanted: texts.checkout,
      waits: String(facts.startWaitsForText),
      currency: primaryOffer.currency,
      amount: facts.pricesShown ? String(primaryOffer.unitAmountCents) : '',
      decimals: String(decimalsOf(primaryOffer.currency)),
    },
  })
}

function price({ escape, facts }: PageContext, { unitAmountCents, currency, priceLabel }: Offer): string {
  if (!facts.pricesShown) return ''
  const label = priceLabel === undefined ? '' : ` <small dir="auto">${escape(priceLabel)}</small>`
  return `<p><span class="price" data-role="price">${escape(priceText(unitAmountCents, currency))}</span>${label}</p>`
}

function bumps(context: PageContext): string {
  const { contract, escape, facts } = context
  if (contract.allowedBumps.length === 0) return ''
  const items = contract.allowedBumps.map((bump) => {
    const amount = facts.pricesShown && bump.currency === contract.primaryOffer.currency
    return `<label class="bump"><input type="checkbox" name="bump" value="${escape(bump.priceId)}"${amount ? ` data-amount="${bump.unitAmountCents}"` : ''}>
<span><strong dir="auto">${escape(bump.title)}</strong>
<span class="soft" dir="auto">${escape(bump.customerPromise ?? '')}</span>
${price(context, bump).replace(/^<p>(.*)<\/p>$/, '<span>$1</span>')}</span></label>`
  })
  return `<fieldset data-role="order-bumps"><legend>Add to the order</legend>
${items.join('\n')}
</fieldset>`
}

function total({ contract, escape, facts }: PageContext): string {
  const { unitAmountCents, currency } = contract.primaryOffer
  if (!facts.pricesShown) return ''
  return `<p class="total"><span>Total</span> <output data-role="total">${escape(priceText(unitAmountCents, currency))}</output></p>`
}

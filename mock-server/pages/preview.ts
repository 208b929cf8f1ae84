import type { Offer } from '../../contracts/contract.ts'
import { scriptLiteral } from './escape.ts'
import type { PageContext } from './page.ts'
import { pageOf, priceText } from './page.ts'

/** The offer with its bumps, and the panel that starts a checkout once the exact text is typed. */
export function previewPage(context: PageContext): string {
  const { contract, escape, facts } = context
  const price = (offer: Offer) =>
    facts.pricesShown
      ? ` <span data-role="price">${escape(priceText(offer.unitAmountCents, offer.currency))}</span>`
      : ''
  const label = (offer: Offer) =>
    offer.priceLabel === undefined || !facts.pricesShown ? '' : ` <small>${escape(offer.priceLabel)}</small>`
  const bumps = contract.allowedBumps
    .map(
      (bump) =>
        `<li><label><input type="checkbox" style="width:auto" name="bump" value="${escape(bump.priceId)}"> ` +
        `${escape(bump.title)}${price(bump)}${label(bump)}</label></li>`,
    )
    .join('\n')
  const { primaryOffer } = contract
  const body = `<section data-role="primary-offer">
<h2>${escape(primaryOffer.title)}</h2>
<p>${escape(primaryOffer.customerPromise ?? '')}</p>
<p>${price(primaryOffer)}${label(primaryOffer)}</p>
</section>
<section data-role="order-bumps"><ul>
${bumps}
</ul></section>
<form data-role="start-panel">
<p>To start, type: <code data-role="confirmation-text">${escape(contract.texts.checkout)}</code></p>
<p><label>Confirmation <input name="confirmation" autocomplete="off"></label></p>
<p><button type="submit" data-role="start"${facts.startWaitsForText ? ' disabled' : ''}>Start the sandbox checkout</button></p>
<p role="status" data-role="message"></p>
</form>`
  return pageOf(context, contract.stack.title, body, script(context))
}

function script({ contract, facts }: PageContext): string {
  return `
const expected = ${scriptLiteral(contract.texts.checkout)}
const waits = ${scriptLiteral(facts.startWaitsForText)}
const form = document.querySelector('[data-role=start-panel]')
const button = form.querySelector('[data-role=start]')
const message = form.querySelector('[data-role=message]')
const idempotencyKey = crypto.randomUUID()
const check = () => { if (waits) button.disabled = form.confirmation.value !== expected }
form.confirmation.addEventListener('input', check)
check()
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  button.disabled = true
  const response = await fetch(${scriptLiteral(contract.routes.checkout)}, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      confirmationText: form.confirmation.value,
      orderBumpPriceIds: [...document.querySelectorAll('[name=bump]:checked')].map((box) => box.value),
      idempotencyKey,
    }),
  })
  const answer = await response.json()
  if (answer.redirect) location.assign(answer.redirect.url)
  else {
    message.textContent = answer.message ?? answer.reason ?? answer.status
    check()
  }
})
`
}

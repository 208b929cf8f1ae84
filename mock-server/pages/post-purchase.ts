import { scriptLiteral } from './escape.ts'
import type { PageContext } from './page.ts'
import { pageOf, priceText } from './page.ts'

/** The decisions, as buttons that can be pressed only for an eligible intent; one press is one decision. */
export function postPurchasePage(context: PageContext): string {
  const { contract, escape, facts } = context
  const offers = contract.stack.postPurchasePath.offers
    .map(
      (offer) =>
        `<li><strong>${escape(offer.title)}</strong> ` +
        `${facts.pricesShown ? escape(priceText(offer.unitAmountCents, offer.currency)) : ''}` +
        ` <span>${escape(offer.customerPromise ?? '')}</span></li>`,
    )
    .join('\n')
  const buttons = contract.decisions
    .map(
      ({ decisionKind }) =>
        `<p><button data-role="decision" data-decision-kind="${escape(decisionKind)}">` +
        `${escape(decisionKind.replaceAll('_', ' '))}</button></p>`,
    )
    .join('\n')
  const body = `<ul>
${offers}
</ul>
<p>No decision here charges anything.</p>
${facts.buttonsOpen ? `<p><code data-role="confirmation-text">${escape(contract.texts.decision)}</code></p>\n${buttons}` : ''}
<p role="status" data-role="message">${facts.buttonsOpen ? '' : 'This checkout is not open for decisions.'}</p>`
  return pageOf(context, 'One more thing', body, facts.buttonsOpen ? script(context) : '')
}

function script({ contract, facts }: PageContext): string {
  return `
const message = document.querySelector('[data-role=message]')
const buttons = [...document.querySelectorAll('[data-role=decision]')]
const onePress = ${scriptLiteral(facts.onePress)}
const keys = new Map(buttons.map((button) => [button, crypto.randomUUID()]))
for (const button of buttons) button.addEventListener('click', async () => {
  if (onePress) for (const each of buttons) each.disabled = true
  const response = await fetch(${scriptLiteral(contract.routes.decisions)}, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      checkoutIntentId: ${scriptLiteral(facts.intentId)},
      decisionKind: button.dataset.decisionKind,
      confirmationText: ${scriptLiteral(contract.texts.decision)},
      idempotencyKey: onePress ? keys.get(button) : crypto.randomUUID(),
      expectedCheckoutUpdatedAt: ${scriptLiteral(facts.updatedAt)},
    }),
  })
  const answer = await response.json()
  message.textContent = response.ok ? 'Recorded. Nothing was charged.' : (answer.message ?? answer.code)
})
`
}

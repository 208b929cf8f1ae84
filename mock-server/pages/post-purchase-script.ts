import { commonScript } from './common-script.ts'

/**
 * One press, one decision: all buttons wait while one is recorded, and those of a decided offer stay shut. A shut button
 * keeps the focus, so it is not `disabled`.
 */
export const postPurchaseScript = `${commonScript}
const field = document.getElementById('confirmation')
const message = document.querySelector('[data-role=message]')
const onePress = given.onePress === 'true'
const buttons = [...document.querySelectorAll('[data-role=decision]')]
const offerOf = (button) => button.closest('[data-role=offer]')
const isShut = (button) => button.getAttribute('aria-disabled') === 'true'
const decided = new Set(buttons.filter(isShut).map(offerOf))
const closing = ['post_purchase_checkout_not_eligible', 'post_purchase_path_expired', 'checkout_intent_not_found']
let busy = false
let closed = false
const shut = () => {
  for (const button of buttons) button.setAttribute('aria-disabled', String(onePress && (closed || busy || decided.has(offerOf(button)))))
}
field.addEventListener('input', () => say(message, field.value === given.wanted ? 'The text matches.' : '', 'good'))
for (const button of buttons) button.addEventListener('click', async () => {
  if (isShut(button)) return
  if (field.value !== given.wanted) {
    say(message, 'Type the confirmation text first, exactly as shown.', 'bad')
    return field.focus()
  }
  busy = true
  shut()
  say(message, 'Recording.')
  const offer = offerOf(button)
  const { ok, answer } = await send(given.decisions, {
    checkoutIntentId: given.intent,
    decisionKind: button.dataset.decisionKind,
    confirmationText: field.value,
    idempotencyKey: onePress ? offer.dataset.key : newKey(),
    expectedCheckoutUpdatedAt: Number(given.updated),
  })
  busy = false
  const already = answer.code === 'post_purchase_decision_idempotency_conflict'
  if (ok || already) decided.add(offer)
  if (closing.includes(answer.code)) closed = true
  shut()
  if (already) say(offer.querySelector('[data-role=recorded]'), 'A decision was recorded before. Reload the page to see which.')
  if (!ok) return say(message, wordsOf(answer.code), 'bad')
  say(message, 'Recorded. Nothing was charged.', 'good')
  say(offer.querySelector('[data-role=recorded]'), 'Recorded: ' + button.textContent + '. Nothing was charged.', 'good')
})`

import { commonScript } from './common-script.ts'

/** One press, one decision: all buttons wait while one is recorded, and those of a decided offer stay shut. */
export const postPurchaseScript = `${commonScript}
const field = document.getElementById('confirmation')
const message = document.querySelector('[data-role=message]')
const onePress = given.onePress === 'true'
const buttons = [...document.querySelectorAll('[data-role=decision]')]
const offerOf = (button) => button.closest('[data-role=offer]')
const decided = new Set(buttons.filter((button) => button.disabled).map(offerOf))
let busy = false
const shut = () => { for (const button of buttons) button.disabled = onePress && (busy || decided.has(offerOf(button))) }
field.addEventListener('input', () => say(message, field.value === given.wanted ? 'The text matches.' : '', 'good'))
for (const button of buttons) button.addEventListener('click', async () => {
  if (field.value !== given.wanted) {
    say(message, 'Type the confirmation text first, exactly as shown.', 'bad')
    return field.focus()
  }
  if (busy && onePress) return
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
  if (ok) decided.add(offer)
  shut()
  if (!ok) return say(message, wordsOf(answer) + ' Reload the page to see how it stands.', 'bad')
  say(message, 'Recorded. Nothing was charged.', 'good')
  say(offer.querySelector('[data-role=recorded]'), 'Recorded: ' + button.textContent + '. Nothing was charged.', 'good')
})`

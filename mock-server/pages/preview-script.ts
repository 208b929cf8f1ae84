import { commonScript } from './common-script.ts'

/**
 * The start panel. One key stands for one choice of bumps, so that a second press of the same start replays it; a
 * checkout that is over gets a new key.
 */
export const previewScript = `${commonScript}
const form = document.querySelector('[data-role=start-panel]')
const field = form.elements.confirmation
const button = form.querySelector('[data-role=start]')
const total = form.querySelector('[data-role=total]')
const message = form.querySelector('[data-role=message]')
const boxes = [...form.querySelectorAll('[name=bump]')]
const waits = given.waits === 'true'
let key = newKey()
let busy = false

const check = () => {
  const matches = field.value === given.wanted
  // While it is busy it keeps the focus, so that a refusal finds the buyer where they were.
  button.disabled = !busy && waits && !matches
  button.setAttribute('aria-disabled', String(busy))
  if (!busy) say(message, field.value === '' ? '' : matches ? 'The text matches.' : 'Not the exact text yet.', matches ? 'good' : '')
}
const sum = () => {
  if (!total) return
  const amount = boxes.reduce((all, box) => all + (box.checked ? Number(box.dataset.amount || 0) : 0), Number(given.amount))
  const decimals = Number(given.decimals)
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: decimals })
  total.textContent = format.format(amount / 10 ** decimals) + ' ' + given.currency.toUpperCase()
}
field.addEventListener('input', check)
for (const box of boxes) box.addEventListener('change', () => { key = newKey(); sum() })
addEventListener('pageshow', () => { busy = false; check(); sum() })

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  if (busy) return
  busy = true
  check()
  say(message, 'Starting the checkout.')
  const orderBumpPriceIds = boxes.filter((box) => box.checked).map((box) => box.value)
  const { ok, answer } = await send(given.checkout, { confirmationText: field.value, orderBumpPriceIds, idempotencyKey: key })
  if (ok && answer.redirect) {
    say(message, 'Going to the payment page.', 'good')
    location.assign(answer.redirect.url)
    return
  }
  busy = false
  check()
  if (!ok) return say(message, wordsOf(answer.code), 'bad')
  key = newKey()
  say(message, answer.reason ? wordsOf(answer.reason) : 'That checkout is over. Start again for a new one.', 'bad')
})`

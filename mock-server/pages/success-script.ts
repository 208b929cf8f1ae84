import { commonScript } from './common-script.ts'
import { nobody, otherState, stateWords, timeIsOver } from './state-words.ts'

export const pollEvery = 2_000
export const wayText = 'See what is next'
export const waitingNote = 'The next step opens once the shop itself has the payment’s signed confirmation.'

/** An intent that nobody knows may be on its way to a store that lags. */
const asksForNobody = 3

/** Follows what the read says, forwards and back, until there is nothing more to wait for. */
export const successScript = `${commonScript}
const part = (role) => document.querySelector('[data-role=' + role + ']')
const status = part('status')
const states = ${JSON.stringify(stateWords)}
let asksForNobody = ${asksForNobody}
// The payment page's own reference comes back in the address. Nobody needs it here, so it does not stay in the history.
if (new URLSearchParams(location.search).has('session_id')) history.replaceState(null, '', given.self)
const wayOn = () => {
  const link = document.createElement('a')
  link.className = 'button'
  link.href = given.way
  link.textContent = ${JSON.stringify(wayText)}
  return link
}
const show = (checkout) => {
  const state = checkout ? states[checkout.status] || ${JSON.stringify(otherState)} : ${JSON.stringify(nobody)}
  const eligible = Boolean(checkout && checkout.eligible)
  const open = eligible && given.over !== 'true'
  say(status, state.text, eligible ? 'good' : state.tone)
  status.classList.toggle('waiting', !state.final)
  say(part('note'), eligible ? (open ? '' : ${JSON.stringify(timeIsOver)}) : state.final ? '' : ${JSON.stringify(waitingNote)})
  if (!open) part('way').replaceChildren()
  else if (!part('way').querySelector('a')) part('way').append(wayOn())
  part('back').classList.toggle('button', state.final && !open)
  if (part('pay')) part('pay').hidden = !checkout || checkout.status !== 'stripe_session_created'
  document.querySelector('[data-step="1"]').toggleAttribute('data-done', Boolean(checkout) && checkout.status === 'paid')
  return checkout ? !state.final : --asksForNobody > 0
}
const poll = async () => {
  let again = true
  try {
    const response = await fetch(given.read)
    if (!response.ok) throw new Error('no answer')
    again = show((await response.json()).checkout)
  } catch {
    say(status, 'No answer yet. Asking again.')
    status.classList.add('waiting')
  }
  if (again) setTimeout(poll, ${pollEvery})
}
if (given.asks === 'true') poll()`

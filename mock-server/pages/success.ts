import { commonScript } from './common-script.ts'
import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'

const pollEvery = 2_000

/** What a status of WIRE 5 means to a buyer. Any other word is shown as it is. */
const statusWords: Readonly<Record<string, string>> = {
  pending_stripe: 'Waiting for the payment.',
  stripe_session_created: 'Waiting for the payment to be confirmed.',
  stripe_error: 'The payment page could not be opened. Nothing was paid.',
  paid: 'Paid and confirmed.',
  completed: 'The checkout is complete; the payment is still on its way.',
  payment_failed: 'The payment failed. Nothing was paid.',
  expired: 'The checkout expired. Nothing was paid.',
}
const nobody = 'There is no such checkout.'
const wayText = 'See what is next'

/** Polls the redacted contract, or asks for a refresh; the way on is there only once it says eligible. */
export function successPage(context: PageContext): Page {
  const { contract, escape, facts } = context
  const { decisions, postPurchase, preview, success } = contract.routes
  const id = encodeURIComponent(facts.intentId)
  const way = `${postPurchase}/${id}`
  const shown = facts.status === null ? nobody : (statusWords[facts.status] ?? facts.status)
  const body = `<section aria-labelledby="state">
<h2 id="state">How it stands</h2>
<p role="status" data-role="status"${facts.wayOpen ? ' data-tone="good"' : ' class="waiting"'}>${escape(shown)}</p>
<p class="soft">The next step opens once the shop itself has the payment’s signed confirmation.</p>
<div data-role="way">${facts.wayOpen ? `<a class="button" href="${escape(way)}">${wayText}</a>` : ''}</div>
<noscript><p><a href="${escape(`${success}?checkout_intent_id=${id}`)}">Look again</a></p></noscript>
</section>
<p><a href="${escape(preview)}">Back to the offer</a></p>`
  return pageOf(context, {
    title: 'Your checkout',
    body,
    script: successScript,
    data: {
      read: `${decisions}?checkoutIntentId=${id}`,
      self: `${success}?checkout_intent_id=${id}`,
      way,
    },
    ...(facts.wayOpen ? {} : { refreshAfter: pollEvery / 1000 }),
  })
}

const successScript = `${commonScript}
const place = document.querySelector('[data-role=way]')
const status = document.querySelector('[data-role=status]')
const statusWords = ${JSON.stringify(statusWords)}
// The payment page's own reference comes back in the address. Nobody needs it here, so it does not stay in the history.
if (new URLSearchParams(location.search).has('session_id')) history.replaceState(null, '', given.self)
const open = () => {
  if (place.querySelector('a')) return
  const link = document.createElement('a')
  link.className = 'button'
  link.href = given.way
  link.textContent = ${JSON.stringify(wayText)}
  place.append(link)
}
const tell = (text, tone) => { if (status.textContent !== text) say(status, text, tone) }
const poll = async () => {
  try {
    const { checkout } = await (await fetch(given.read)).json()
    const eligible = Boolean(checkout && checkout.eligible)
    tell(checkout ? statusWords[checkout.status] || words(checkout.status) : ${JSON.stringify(nobody)}, eligible ? 'good' : '')
    status.classList.toggle('waiting', !eligible)
    if (eligible) return open()
  } catch {
    tell('No answer yet. Asking again.', '')
  }
  setTimeout(poll, ${pollEvery})
}
poll()`

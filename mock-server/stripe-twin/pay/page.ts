import { html, raw } from 'hono/html'
import type { CheckoutSession } from '../checkout-session.ts'
import { deliveryModes } from './deliver.ts'
import { payStyle } from './style.ts'

type Markup = ReturnType<typeof html>

const deliveryWords: Readonly<Record<(typeof deliveryModes)[number], string>> = {
  normal: 'as they should be',
  duplicated: 'each one twice',
  reordered: 'in reverse order',
  delayed: 'a little later',
  dropped: 'never',
  unsigned: 'without a signature',
  stale: 'with a signature of an hour ago',
  wrong_intent: 'for another checkout',
}

/** Cards to choose from; any other test card works as well. */
const cards = [
  ['4242 4242 4242 4242', 'pays'],
  ['4000 0025 0000 3155', 'asks for 3-D Secure'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'has insufficient funds'],
] as const

/** The pay page of an open session. `message` is what went wrong the last time. */
export function payPage(session: CheckoutSession, message: string | undefined): Promise<string> {
  return page(
    `Pay ${amountText(session)}`,
    html`${message === undefined ? '' : html`<p role="alert">${message}</p>`}
      <form method="post">
        <label for="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="off"
          value="${session.customer_email ?? ''}"
        />
        <label for="card">Card number</label>
        <input
          id="card"
          name="card"
          inputmode="numeric"
          autocomplete="off"
          value="${cards[0][0]}"
          list="known-cards"
          aria-describedby="cards"
        />
        <datalist id="known-cards">
          ${cards.map(([number, what]) => html`<option value="${number}">${what}</option>`)}
        </datalist>
        <ul id="cards">
          ${cards.map(([number, what]) => html`<li><code>${number}</code> ${what}</li>`)}
        </ul>
        <button name="action" value="pay">Pay ${amountText(session)}</button>
        <fieldset>
          <legend>Or let something else happen</legend>
          <label for="delivery">Webhooks arrive</label>
          <select id="delivery" name="delivery">
            ${deliveryModes.map((mode) => html`<option value="${mode}">${deliveryWords[mode]}</option>`)}
          </select>
          <button name="action" value="pay_later">Pay later: it succeeds</button>
          <button name="action" value="pay_later_fail">Pay later: it fails</button>
          <button name="action" value="expire">Let the session expire</button>
          <button name="action" value="abandon">Abandon</button>
        </fieldset>
      </form>`,
  )
}

/** The stand-in for a bank's 3-D Secure page. */
export function challengePage(
  session: CheckoutSession,
  form: { readonly email: string; readonly delivery: string },
) {
  return page(
    '3-D Secure',
    html`<p>The bank asks whether it is you who pays ${amountText(session)}.</p>
      <form method="post">
        <input type="hidden" name="email" value="${form.email}" />
        <input type="hidden" name="delivery" value="${form.delivery}" />
        <button name="action" value="authenticate">Complete</button>
        <button name="action" value="fail_authentication">Fail</button>
      </form>`,
  )
}

/** A page without a form: the session is over, or there is none. */
export function plainPage(title: string, text: string): Promise<string> {
  return page(title, html`<p>${text}</p>`)
}

/** The amount as people read it, in the currency's own number of decimals. */
function amountText({ amount_total: amount, currency }: CheckoutSession): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

async function page(title: string, body: Markup): Promise<string> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${raw(payStyle)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
          <p><small>A stand-in for Stripe’s hosted page, for sandboxes. No card is charged.</small></p>
        </main>
      </body>
    </html>`
  return document.toString()
}

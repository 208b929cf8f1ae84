import { html, raw } from 'hono/html'
import type { CheckoutSession } from '../checkout-session.ts'
import { deliveryModes, type DeliveryMode } from './deliver.ts'
import { payStyle } from './style.ts'

type Markup = ReturnType<typeof html>

const deliveryWords: Readonly<Record<DeliveryMode, string>> = {
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

/** What the buyer has entered. */
export interface Entries {
  readonly email: string
  readonly card: string
  readonly delivery: DeliveryMode
}

/** A try that did not do: what was entered, and what was wrong with it. */
export interface FailedTry extends Entries {
  readonly message: string
}

/** The pay page of an open session; after a try that failed it keeps what was entered. */
export function payPage(session: CheckoutSession, failed?: FailedTry): Promise<string> {
  const amount = amountText(session)
  const { email, card, delivery }: Entries = failed ?? {
    email: session.customer_email ?? '',
    card: cards[0][0],
    delivery: 'normal',
  }
  const described = failed === undefined ? 'cards' : 'problem cards'
  return page(
    { title: `${failed === undefined ? '' : 'Error: '}Pay ${amount}`, heading: `Pay ${amount}` },
    html`${
        failed === undefined
          ? ''
          : html`<p id="problem" role="alert" tabindex="-1" autofocus>${failed.message}</p>`
      }
      <form method="post">
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" autocomplete="off" value="${email}" />
        <label for="card">Card number</label>
        <input
          id="card"
          name="card"
          inputmode="numeric"
          autocomplete="off"
          value="${card}"
          list="known-cards"
          aria-invalid="${String(failed !== undefined)}"
          aria-describedby="${described}"
        />
        <datalist id="known-cards">
          ${cards.map(([number, what]) => html`<option value="${number}">${what}</option>`)}
        </datalist>
        <ul id="cards">
          ${cards.map(([number, what]) => html`<li><code>${number}</code> ${what}</li>`)}
        </ul>
        <label for="delivery">Webhooks arrive</label>
        <select id="delivery" name="delivery">
          ${deliveryModes.map(
            (mode) =>
              html`<option value="${mode}" ${mode === delivery ? raw('selected') : ''}>
                ${deliveryWords[mode]}
              </option>`,
          )}
        </select>
        <button name="action" value="pay">Pay ${amount}</button>
        <fieldset>
          <legend>Or let something else happen</legend>
          <button name="action" value="pay_later">Pay later: it succeeds</button>
          <button name="action" value="pay_later_fail">Pay later: it fails</button>
          <button name="action" value="expire">Let the session expire</button>
          <button name="action" value="abandon">Abandon</button>
        </fieldset>
      </form>`,
  )
}

/** The stand-in for a bank's 3-D Secure page. It takes along what was entered, for when the pay page comes again. */
export function challengePage(session: CheckoutSession, entries: Entries): Promise<string> {
  return page(
    { title: '3-D Secure' },
    html`<p>The bank asks whether it is you who pays ${amountText(session)}.</p>
      <form method="post">
        ${Object.entries(entries).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button name="action" value="authenticate">Complete</button>
        <button name="action" value="fail_authentication">Fail</button>
      </form>`,
  )
}

/** What became of a session that is no longer open, with the way back to the shop. */
export function overPage(session: CheckoutSession): Promise<string> {
  const expired = session.status === 'expired'
  const text = expired
    ? 'This checkout session has expired. Nothing was paid.'
    : session.payment_status === 'unpaid'
      ? 'This checkout is complete already. Its payment is not confirmed.'
      : 'This checkout is paid already.'
  const back = expired ? session.cancel_url : session.success_url
  return page(
    { title: expired ? 'Expired' : 'Already complete' },
    html`<p>${text}</p>
      ${back === null ? '' : html`<p><a href="${addressed(session, back)}">Back to the shop</a></p>`}`,
  )
}

/** An address of the shop, with the session's id where it asks for that. */
function addressed({ id }: CheckoutSession, url: string): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', id)
}

/** A page without a form. */
export function plainPage(title: string, text: string): Promise<string> {
  return page({ title }, html`<p>${text}</p>`)
}

/** The amount as people read it, in the currency's own number of decimals. */
function amountText({ amount_total: amount, currency }: CheckoutSession): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

async function page(
  { title, heading = title }: { readonly title: string; readonly heading?: string },
  body: Markup,
): Promise<string> {
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
          <h1>${heading}</h1>
          ${body}
          <p><small>A stand-in for Stripe’s hosted page, for sandboxes. No card is charged.</small></p>
        </main>
      </body>
    </html>`
  return document.toString()
}

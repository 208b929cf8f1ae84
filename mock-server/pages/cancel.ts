import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'

/** Where Stripe's page leads a buyer who gave up. */
export function cancelPage(context: PageContext): Page {
  const { contract, escape } = context
  return pageOf(context, {
    title: 'Checkout cancelled',
    body: `<section>
<p>Nothing was paid, and nothing is kept of the card.</p>
<p><a class="button" href="${escape(contract.routes.preview)}">Back to the offer</a></p>
</section>`,
  })
}

import type { Page, PageContext } from './page.ts'
import { pageOf } from './page.ts'

/** For a moment in which the shop cannot look up any checkout. Its link is the page's own address. */
export function unavailablePage(context: PageContext): Page {
  return pageOf(context, {
    title: 'One moment, please',
    body: `<section>
<p>The shop cannot look up your checkout right now. Nothing is lost: what was paid stays paid.</p>
<p><a class="button" href="">Try again</a></p>
</section>`,
  })
}

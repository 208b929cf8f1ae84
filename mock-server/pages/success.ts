import { scriptLiteral } from './escape.ts'
import type { PageContext } from './page.ts'
import { pageOf } from './page.ts'

const pollEvery = 2_000

/** Polls the redacted contract; the way on is there only once it says eligible. */
export function successPage(context: PageContext): string {
  const { contract, escape, facts } = context
  const way = `${contract.routes.postPurchase}/${encodeURIComponent(facts.intentId)}`
  const body = `<p role="status" data-role="status">${escape(facts.status ?? 'waiting')}</p>
<p data-role="way">${facts.wayOpen ? `<a href="${escape(way)}">Continue</a>` : ''}</p>`
  return pageOf(context, 'Thank you', body, script(context, way))
}

function script({ contract, facts }: PageContext, way: string): string {
  const read = `${contract.routes.decisions}?checkoutIntentId=${encodeURIComponent(facts.intentId)}`
  return `
const place = document.querySelector('[data-role=way]')
const status = document.querySelector('[data-role=status]')
const poll = async () => {
  try {
    const { checkout } = await (await fetch(${scriptLiteral(read)})).json()
    status.textContent = checkout ? checkout.status : 'unknown'
    if (checkout && checkout.eligible) {
      if (!place.querySelector('a')) {
        const link = document.createElement('a')
        link.href = ${scriptLiteral(way)}
        link.textContent = 'Continue'
        place.append(link)
      }
      return
    }
  } catch {
    status.textContent = 'waiting'
  }
  setTimeout(poll, ${scriptLiteral(pollEvery)})
}
poll()
`
}

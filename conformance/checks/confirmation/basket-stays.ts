import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { isObject, memberOf, show } from '../../judge/look.ts'
import type { Exchange, Json } from '../../transcript.ts'

/** What an event of another amount does to the intent is ELG-09's matter, a SHOULD. */
const contradicted = 'eligibility/contradictions'
const members = ['amountCents', 'currency', 'selectedOrderBumpPriceIds'] as const
/** The last read of an intent that has come to be eligible: an earlier one showed it as it began. */
const target = {
  operation: 'decision.read',
  when: (x: Exchange) => memberOf(x, 'checkout', 'eligible') === true,
  nth: -1,
} as const

export const basketStays: Check = {
  id: 'confirmation/basket-stays',
  requirement: 'CNF-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'amount, currency and bumps of an intent read the same in every state that it comes to',
  // Of these in any case; a run that drives more is judged whole.
  scenarios: ['confirmation/what-is-bought', 'redaction/surfaces'],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const first = new Map<string, Exchange>()
    const told = ['decision.read' as const, 'decision.record' as const]
      .flatMap((operation) => view.exchanges({ operation }))
      .filter((x) => isObject(memberOf(x, 'checkout')) && x.scenario !== contradicted)
      .toSorted((a, b) => a.n - b.n)
    record.each(told, 'a public state of an intent', (x) => {
      const id = memberOf(x, 'checkout', 'checkoutIntentId')
      if (typeof id !== 'string') return
      const before = first.get(id)
      if (before === undefined) return void first.set(id, x)
      for (const name of members) {
        const [was, is] = [shown(before, name), shown(x, name)]
        record.expect(was === is, x, {
          message: `what was bought changed after the start: checkout.${name}`,
          expected: `${was}, as at first`,
          seen: is,
          pointer: `/response/body/checkout/${name}`,
        })
      }
    })
  },
  counterexamples: [
    readsAs('the bumps are others once it is paid', target, { selectedOrderBumpPriceIds: ['another'] }),
    readsAs('the amount falls once it is paid', target, { amountCents: 0 }),
    readsAs('the currency changes once it is paid', target, { currency: 'xts' }),
  ],
}

/** A member in words; the order of the bumps is free. */
function shown(x: Exchange, name: string): string {
  const value = memberOf(x, 'checkout', name)
  const texts = Array.isArray(value) ? (value as readonly Json[]).map((one) => show(one)) : [show(value)]
  return texts.toSorted().join(', ')
}

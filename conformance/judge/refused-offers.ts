import type { Check } from './check.ts'
import { answersAs } from './edits.ts'
import { errorCode, memberOf, show, startedIntent, statusOf } from './look.ts'

const scenario = 'confirmation/what-is-bought'

interface RefusedOffers {
  readonly id: string
  readonly title: string
  /** The step of the scenario that asks for what must be refused. */
  readonly step: string
  /** What is asked for, in words: "a start with …". */
  readonly asked: string
  /** The role in which the price is asked for. */
  readonly role: string
  /** The refusal that WIRE gives. */
  readonly refusal: string
  /** How a target may go wrong without selling it. */
  readonly passedOver: string
}

/** The check that starts which ask for what the seed does not sell in that role are refused (CNF-07). */
export function refusedOffersCheck({
  id,
  title,
  step,
  asked,
  role,
  refusal,
  passedOver,
}: RefusedOffers): Check {
  return {
    id,
    requirement: 'CNF-07',
    level: 'MUST',
    profile: 'sandbox',
    title,
    scenarios: [scenario],
    needs: ['start'],
    judge: (view, record) => {
      // A target that refuses every start refuses these, too, and shows nothing by it.
      if (!view.exchanges({ scenario, step: 'start' }).some((x) => startedIntent(x) !== undefined))
        record.missing('no start of the seeded choice came about')
      record.each(view.exchanges({ scenario, step }), `a start with ${asked}`, (x) => {
        const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
        const started = startedIntent(x) !== undefined
        record.expect(refused, x, {
          message: `the price ${show(x.about['priceId'])} was not refused as ${role}`,
          expected: refusal,
          seen: started ? 'a started checkout' : `status ${statusOf(x)}, ${show(memberOf(x, 'status'))}`,
          pointer: '/response/status',
        })
      })
    },
    counterexamples: [
      answersAs(`${asked} is sold`, { scenario, step }, 200, {
        ok: true,
        status: 'stripe_session_created',
        checkoutIntentId: 'checkout-intent-made-up',
      }),
      answersAs(passedOver, { scenario, step, nth: -1 }, 200, { ok: true, status: 'preview' }),
    ],
  }
}

import type { Check } from '../../judge/check.ts'
import { answersAs, saysInstead } from '../../judge/edits.ts'
import { errorCode, isObject, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'eligibility/look-alike-ids'

export const lookAlikeIds: Check = {
  id: 'eligibility/look-alike-ids',
  requirement: 'ELG-06',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an id that is almost that of a paid intent is unknown: it reads as null and takes no decision',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'read' }), 'the read of an almost right id', (x) => {
      const refused = isRefused(x)
      const isNull =
        statusOf(x) === 200 && memberOf(x, 'checkout') === null && isObject(memberOf(x, 'contract'))
      record.expect(isNull || refused, x, {
        message: `an id that is almost that of a paid intent (${x.variant ?? ''}) was taken for it`,
        expected: 'checkout: null',
        seen: `${statusOf(x)}, checkout ${show(memberOf(x, 'checkout'))}`,
        pointer: '/response/body/checkout',
      })
    })
    record.each(view.exchanges({ scenario, step: 'decide' }), 'the decision on an almost right id', (x) => {
      record.expect(isRefused(x), x, {
        message: 'a decision on an almost right id was not refused',
        expected: '400 checkout_intent_not_found',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
  },
  counterexamples: [
    saysInstead(
      'a shorter id finds the intent',
      { scenario, step: 'read', variant: 'shorter' },
      {
        checkout: { checkoutIntentId: 'made-up', status: 'paid', eligible: true },
      },
    ),
    saysInstead(
      'a read without an id shows the latest intent',
      { scenario, step: 'read', variant: 'none' },
      { checkout: { checkoutIntentId: 'made-up', status: 'paid', eligible: true } },
    ),
    answersAs('a wildcard takes a decision', { scenario, step: 'decide', variant: 'with-wildcard' }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
    }),
    answersAs('an id ends at a NUL', { scenario, step: 'decide', variant: 'with-nul' }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
    }),
  ],
}

/** A NUL may be refused before any route is asked, in whatever words; what it may not do is find the intent. */
function isRefused(x: Exchange): boolean {
  const status = statusOf(x) ?? 500
  if (x.variant === 'with-nul') return status >= 400
  return errorCode(x) !== undefined && status < 500
}

import { attributionFlags } from '../../../contracts/wire/declared-flags.ts'
import type { Check, Counterexample } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, member, memberOf, show, startedIntent } from '../../judge/look.ts'
import type { Json } from '../../transcript.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/attach'

export const attributionAttached: Check = {
  id: 'attribution/attached',
  requirement: 'ATT-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an eligible click attaches to a start and comes back as public-safe evidence of this very click',
  scenarios: [scenario],
  needs: ['click', 'start'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const { referralLinkId, destinationRoute, code, partnerId } = view.contract.referralLinks.eligible
    const clicked = view.exchanges({ scenario, step: 'given-click' })[0]
    record.each(view.exchanges({ scenario, step: 'start' }), 'the start with a click', (x) => {
      const evidence = memberOf(x, 'referralAttribution')
      if (evidence === undefined && memberOf(x, 'status') === 'preview' && startedIntent(x) !== undefined) {
        record.missing('a test environment answered the start as a preview without referralAttribution')
        return
      }
      const good = isObject(evidence)
      record.expect(good && startedIntent(x) !== undefined, x, {
        message: 'a start with an eligible click came back without its evidence',
        expected: 'a started checkout with referralAttribution',
        seen: show(evidence),
        pointer: '/response/body/referralAttribution',
      })
      if (!good) return
      const wanted: [name: string, value: Json | undefined][] = [
        ['checkoutIntentId', startedIntent(x)],
        ['referralClickId', x.about['referralClickId']],
        ['referralLinkId', referralLinkId],
        ['referralCode', (clicked && memberOf(clicked, 'referralCode')) ?? code],
        ['partnerId', (clicked && memberOf(clicked, 'partnerId')) ?? partnerId],
        ['destinationRoute', destinationRoute],
        ['attributionStatus', 'checkout_intent_attached'],
        ...attributionFlags.map((flag): [string, Json] => [flag, false]),
      ]
      for (const [name, value] of wanted) {
        if (value === undefined) continue
        record.expect(member(evidence, name) === value, x, {
          message: `the evidence is not that of the click: ${name}`,
          expected: show(value),
          seen: show(member(evidence, name)),
          pointer: `/response/body/referralAttribution/${name}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'the evidence is dropped',
      edit: (editor) =>
        editor.json({ scenario, step: 'start' }, (body) => void (body['referralAttribution'] = null)),
    },
    ...['checkoutIntentId', 'referralClickId', 'referralLinkId', 'partnerId', 'destinationRoute'].map(
      (name): Counterexample => ({
        name: `another ${name} comes back`,
        edit: (editor) =>
          editor.json({ scenario, step: 'start' }, (body) => {
            objectAt(body, 'referralAttribution')[name] = 'another'
          }),
      }),
    ),
    {
      name: 'a flag is true',
      edit: (editor) =>
        editor.json({ scenario, step: 'start' }, (body) => {
          objectAt(body, 'referralAttribution')['privateDataIncluded'] = true
        }),
    },
  ],
}

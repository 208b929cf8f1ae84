import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/foreign-clicks'
const begun =
  '{"ok":true,"status":"stripe_session_created","checkoutIntentId":"i-1","referralAttribution":{"referralClickId":"c-1"}}'

export const attributionForeignClicksRefused: Check = {
  id: 'attribution/foreign-clicks-refused',
  requirement: 'ATT-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an unknown click, and one that leads elsewhere, is refused with 400 and starts nothing',
  scenarios: [scenario],
  needs: ['click', 'start'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    // Without a listed click that works, a refusal of the others tells nothing.
    const listed = view.exchanges({ scenario, step: 'listed-start' })
    if (!listed.some((x) => startedIntent(x) !== undefined)) record.missing('a start with a listed click')
    const refused = (step: string, what: string, always: boolean) => {
      const sent = view.exchanges({ scenario, step })
      if (sent.length === 0 && !always) return
      record.each(sent, what, (x) => {
        record.expect(
          statusOf(x) === 400 && errorCode(x) !== undefined && startedIntent(x) === undefined,
          x,
          {
            message: `${what} (${x.variant ?? step}) was not refused`,
            expected: '400 with a code and no checkoutIntentId',
            seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
            pointer: '/response/status',
          },
        )
      })
    }
    refused('unknown-click', 'a start with a click that nobody made', true)
    const { ineligible } = view.contract.referralLinks
    const leadsElsewhere = ineligible.destinationRoute !== view.contract.stack.linkedFunnelRoute
    refused('ineligible-start', 'a start with a click that leads elsewhere', leadsElsewhere)
    refused('unlisted-start', 'a start with the click of an unlisted code', false)
    record.each(
      view.exchanges({ scenario, step: 'key-after-refusal' }),
      'the key of a refused start',
      (x) => {
        record.expect(!(isSuccess(x) && memberOf(x, 'duplicate') === true), x, {
          message: 'the refused start had begun a checkout: its key replays one',
          expected: 'a first start, or a refusal',
          seen: 'duplicate: true',
          pointer: '/response/body/duplicate',
        })
      },
    )
  },
  counterexamples: [
    {
      name: 'a click that nobody made is attached',
      edit: (editor) => editor.respond({ scenario, step: 'unknown-click' }, { status: 200, body: begun }),
    },
    {
      name: 'a click that leads elsewhere is attached',
      edit: (editor) => editor.respond({ scenario, step: 'ineligible-start' }, { status: 200, body: begun }),
    },
    {
      name: 'the refused start had begun a checkout',
      edit: (editor) =>
        editor.json({ scenario, step: 'key-after-refusal' }, (body) => void (body['duplicate'] = true)),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/clicks'
const recorded = '{"ok":true,"status":"recorded","duplicate":false,"referralClickId":"c-1"}'

export const attributionUnlistedClicksRefused: Check = {
  id: 'attribution/unlisted-clicks-refused',
  requirement: 'ATT-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a link, a code or a destination that is not listed exactly makes no click',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const listed = view.exchanges({ scenario, step: 'click' })
    if (!listed.some((x) => isSuccess(x) && typeof memberOf(x, 'referralClickId') === 'string')) {
      record.missing('a click on the listed link')
    }
    record.each(view.exchanges({ scenario, step: 'unlisted' }), 'a click on something unlisted', (x) => {
      record.expect(statusOf(x) === 400 && errorCode(x) !== undefined, x, {
        message: `a click with an unlisted "${x.variant ?? ''}" was not refused`,
        expected: '400 with a code',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'an unlisted link makes a click',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unlisted', variant: 'link-made-up' },
          { status: 200, body: recorded },
        ),
    },
    {
      name: 'a link is found in another case',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unlisted', variant: 'link-other-case' },
          { status: 200, body: recorded },
        ),
    },
    {
      name: 'a destination is found in another case',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unlisted', variant: 'destination-other-case' },
          { status: 200, body: recorded },
        ),
    },
    {
      name: 'a click leads to a foreign site',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unlisted', variant: 'destination-absolute' },
          { status: 200, body: recorded },
        ),
    },
  ],
}

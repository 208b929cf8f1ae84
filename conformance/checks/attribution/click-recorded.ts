import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/clicks'

export const attributionClickRecorded: Check = {
  id: 'attribution/click-recorded',
  requirement: 'ATT-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a click on the eligible link, by id or by code, is recorded for that link and its partner',
  scenarios: [scenario],
  needs: [],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const { referralLinkId, destinationRoute, code, partnerId } = view.contract.referralLinks.eligible
    const byCode = view.exchanges({ scenario, step: 'by-code' })
    const all = [...byCode, ...view.exchanges({ scenario, step: 'click' })]
    record.each(all, 'a click on the eligible link', (x) => {
      const wanted = {
        status: 'recorded',
        referralLinkId,
        destinationRoute,
        ...(code === undefined ? {} : { referralCode: code }),
        ...(partnerId === undefined ? {} : { partnerId }),
        privateDataIncluded: false,
        rawRequestDataIncluded: false,
      }
      const id = memberOf(x, 'referralClickId')
      record.expect(isSuccess(x) && typeof id === 'string' && id !== '', x, {
        message: 'a click on the eligible link was not recorded',
        expected: '200 with a referralClickId',
        seen: `${x.response?.status ?? ''} ${show(id ?? memberOf(x, 'code'))}`,
        pointer: '/response/body',
      })
      if (!isSuccess(x)) return
      for (const [name, value] of Object.entries(wanted)) {
        record.expect(memberOf(x, name) === value, x, {
          message: `the recorded click is not that of the link: ${name}`,
          expected: show(value),
          seen: show(memberOf(x, name)),
          pointer: `/response/body/${name}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'the click is refused',
      edit: (editor) =>
        editor.respond({ scenario, step: 'click' }, { status: 400, body: '{"ok":false,"code":"no"}' }),
    },
    {
      name: 'the click is that of another link',
      edit: (editor) =>
        editor.json({ scenario, step: 'click' }, (body) => void (body['referralLinkId'] = 'another')),
    },
    {
      name: 'the click says that it holds private data',
      edit: (editor) =>
        editor.json({ scenario, step: 'click' }, (body) => void (body['privateDataIncluded'] = true)),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import { markersIn } from '../../markers.ts'

const scenario = 'redaction/owner'

export const ownerPublicReason: Check = {
  id: 'redaction/owner-public-reason',
  requirement: 'RED-08',
  level: 'SHOULD',
  profile: 'owner',
  title: "the public reason is the implementation's own, not the text that the owner sent",
  scenarios: [scenario],
  needs: ['owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const acted = view.exchanges({ scenario }).filter((x) => x.operation === 'owner.act' && isSuccess(x))
    record.each(acted, 'the answer to an owner action', (x) => {
      const reason = memberOf(x, 'reviewAction', 'reasonPublic')
      const echoed =
        typeof reason === 'string' && markersIn(reason).some(({ kind }) => kind === 'owner-reason')
      record.expect(!echoed, x, {
        message: 'the reason that the owner sent is published as it is',
        expected: 'a reason made for the public',
        seen: show(reason),
        pointer: '/response/body/reviewAction/reasonPublic',
      })
    })
  },
  counterexamples: [
    {
      name: 'the public reason is the text that was sent',
      edit: (editor) =>
        editor.json({ scenario, step: 'act' }, (body) => {
          body['reviewAction'] = { reasonPublic: '⟦owner-reason#1:raw:0a1b2c3d⟧' }
        }),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { firstTaken, leaksIn, reportLeaks, type Leak } from '../../judge/leaks.ts'
import { isSuccess } from '../../judge/look.ts'
import { ownerIdentityIn } from '../../judge/owner-identity.ts'

const scenario = 'redaction/owner'
const message = "the owner's private reason or session came back"

export const ownerReason: Check = {
  id: 'redaction/owner-reason',
  requirement: 'RED-08',
  level: 'MUST',
  profile: 'owner',
  title:
    "the owner's identity, session and private reason stand in no answer beyond the declared public reason",
  scenarios: [scenario],
  needs: ['owner'],
  stands: true,
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    if (firstTaken(view, 'owner-reason') === undefined)
      record.missing('no owner action with a reason was taken')
    const acted = view.exchanges().filter((x) => x.operation === 'owner.act' && isSuccess(x))
    record.each(acted, 'the answer to an owner action', (x) => {
      const [identity] = ownerIdentityIn(x)
      record.expect(identity === undefined, x, {
        message: 'an owner action tells who the owner is',
        expected: 'the role alone',
        seen: identity?.why ?? '',
        pointer: identity?.pointer ?? '',
      })
    })
    const leaks = leaksIn(view).filter(
      (leak) => ['owner-reason', 'owner-session'].includes(leak.marker.kind) && !isPublicReason(leak),
    )
    reportLeaks(record, leaks, { message, expected: 'actorRole and reasonPublic, nothing else of the owner' })
  },
  counterexamples: [
    {
      name: 'the action holds the reason beside the public one',
      edit: (editor) => editor.leak({ scenario, step: 'act' }, 'owner-reason'),
    },
    {
      name: 'the action names the owner by address',
      edit: (editor) =>
        editor.json({ scenario, step: 'act' }, (body) => {
          body['reviewedBy'] = 'someone@owner.example'
        }),
    },
    {
      name: 'the public ledger read holds the reason',
      edit: (editor) => editor.leak({ scenario, step: 'read-after' }, 'owner-reason'),
    },
  ],
}

function isPublicReason({ pointer, subject, marker }: Leak): boolean {
  return (
    marker.kind === 'owner-reason' &&
    subject.operation === 'owner.act' &&
    pointer === '/response/body/reviewAction/reasonPublic'
  )
}

import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { judgeHunt } from '../../judge/leaks.ts'
import { isSuccess, jsonOf, objectsIn } from '../../judge/look.ts'

const scenario = 'redaction/surfaces'
/** An address as the whole of a member: the peer's own, which the suite cannot plant. */
const address = /^(?:::ffff:)?(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$|^\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\]?$/i

export const clickPrivacy: Check = {
  id: 'redaction/click-privacy',
  requirement: 'RED-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a click gives back neither visitor key nor address, user agent or referrer, now or later',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    judgeHunt(view, record, {
      planted: ['visitor-key', 'client-address', 'user-agent', 'referrer'],
      message: 'a private fact of a click came back',
      expected: 'no trace of visitor key, address, user agent or referrer',
    })
    for (const x of view.exchanges({ operation: 'click.record' }).filter(isSuccess)) {
      for (const { pointer, object } of objectsIn(jsonOf(x), '/response/body')) {
        const [name] =
          Object.entries(object).find(([, value]) => typeof value === 'string' && address.test(value)) ?? []
        if (name === undefined) continue
        record.expect(false, x, {
          message: 'a click answers with a network address',
          expected: 'the members that the contract lists',
          seen: `an address in the member ${name}`,
          pointer: `${pointer}/${name}`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the click echoes the user agent',
      edit: (editor) => editor.leak({ scenario, step: 'click' }, 'user-agent'),
    },
    {
      name: 'a replayed click holds the hash of the visitor key',
      edit: (editor) => editor.leak({ scenario, step: 'click-again' }, 'visitor-key', 'header', 'sha256-hex'),
    },
    {
      name: 'the click answers with the address of the peer',
      edit: (editor) =>
        editor.json({ scenario, step: 'click' }, (body) => {
          body['seenFrom'] = '::ffff:127.0.0.1'
        }),
    },
  ],
}

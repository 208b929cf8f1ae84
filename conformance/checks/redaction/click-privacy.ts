import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { judgeHunt } from '../../judge/leaks.ts'
import { isSuccess, jsonOf, objectsIn } from '../../judge/look.ts'
import { isHarmlessName } from '../../judge/unlisted.ts'

const scenario = 'redaction/surfaces'

/** Whether a text is a network address and nothing else: the peer's own, which the suite cannot plant. */
function isAddress(text: string): boolean {
  const plain = text.replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const octets = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d+)?$/i.exec(plain)?.slice(1)
  if (octets !== undefined) return octets.every((octet) => Number(octet) <= 255)
  // A time or an id of three pairs has colons, too: an address has eight groups, or two colons for those left out.
  const halves = plain.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  return (
    groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (halves.length === 1
      ? groups.length === 8
      : halves.length === 2 && groups.length > 0 && groups.length < 8)
  )
}

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
          Object.entries(object).find(
            ([name, value]) => !isHarmlessName(name) && typeof value === 'string' && isAddress(value),
          ) ?? []
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

import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { statusOf } from '../../judge/look.ts'
import { baseline, expectSame, isReceived } from '../../judge/state.ts'

const scenario = 'webhook/nonsense'

export const nonsense: Check = {
  id: 'webhook/nonsense',
  requirement: 'WHK-07',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'well signed nonsense is refused below 500 and moves nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    for (const step of ['nonsense', 'wrong-type', 'broken']) {
      record.each(view.exchanges({ scenario, step }), 'a signed body that is no event', (x) => {
        const status = statusOf(x) ?? 500
        const refused = status >= 400 && status < 500
        record.expect(refused || (isReceived(x) && !isNoObject(x.variant)), x, {
          message: `a signed body that is no event was not refused below 500 (${x.variant ?? ''})`,
          expected: '4xx',
          seen: String(status),
          pointer: '/response/status',
        })
      })
    }
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after-nonsense' }), 'the read after nonsense', (x) => {
      expectSame(record, x, before, 'a signed body that is no event changed the intent')
    })
  },
  counterexamples: [
    crashes('null'),
    crashes('array'),
    crashes('no-data'),
    crashes('number-type'),
    answersAs('null is acknowledged', { scenario, step: 'nonsense', variant: 'null' }, 200, {
      ok: true,
      received: true,
    }),
    answersAs('a wrong type within makes the target fail', { scenario, step: 'wrong-type' }, 500, {}),
    readsAs(
      'an event without an id takes effect',
      { scenario, step: 'read-after-nonsense' },
      { status: 'paid' },
    ),
  ],
}

/**
 * What is no JSON object at all can only be refused. An object that lacks something may also be acknowledged, as an
 * event of an unknown type or for an unknown intent is.
 */
function isNoObject(variant: string | undefined): boolean {
  return ['null', 'array', 'string', 'number', 'cut-short', 'no-bytes'].includes(variant ?? '')
}

function crashes(variant: string) {
  return answersAs(`${variant} makes the target fail`, { scenario, step: 'nonsense', variant }, 500, {})
}

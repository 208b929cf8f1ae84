import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { isSuccess, statusOf } from '../../judge/look.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'eligibility/crossed-intents'

/** After which event which intent is open. */
const expected: readonly (readonly [step: string, variant: string, open: boolean])[] = [
  ['read-after-nobody', 'named', false],
  ['read-after-nobody', 'referred', false],
  ['read-after-nobody', 'bystander', false],
  ['read-after-two-names', 'named', true],
  ['read-after-two-names', 'referred', false],
  ['read-after-two-names', 'bystander', false],
  ['read-after-reference', 'referred', true],
  ['read-after-reference', 'bystander', false],
  ['read-after-reference', 'last', false],
  ['read-after-closing', 'named', true],
  ['read-after-closing', 'referred', true],
  ['read-after-closing', 'last', false],
]

export const eventNamesItsIntent: Check = {
  id: 'eligibility/event-names-its-intent',
  requirement: 'ELG-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an event opens or closes the intent of its metadata, else of its client_reference_id, and no other',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    for (const [step, variant, open] of expected) {
      const earlier = view.exchanges({ scenario, step: 'read-before', variant })
      const before = earlier[0] === undefined ? undefined : stateRead(earlier[0])
      record.each(view.exchanges({ scenario, step, variant }), `${step} of the ${variant} intent`, (x) => {
        const status = open ? 'paid' : before?.status
        record.expect(status !== undefined && stateRead(x)?.status === status, x, {
          message: open
            ? 'an event did not open the intent that it names'
            : 'an event moved an intent that it does not name',
          expected: `status "${status ?? 'as before'}"`,
          seen: showState(x),
          pointer: '/response/body/checkout/status',
        })
      })
    }
    record.each(
      view.exchanges({ scenario, step: 'decide-bystander' }),
      'the decision on the third intent',
      (x) => {
        record.expect(!isSuccess(x), x, {
          message: 'a decision was taken on an intent whose neighbour alone was paid',
          expected: '409 post_purchase_checkout_not_eligible',
          seen: `status ${statusOf(x)}`,
          pointer: '/response/status',
        })
      },
    )
  },
  counterexamples: [
    answersAs('the neighbour takes a decision', { scenario, step: 'decide-bystander' }, 200, {
      ok: true,
      status: 'post_purchase_decision_recorded',
    }),
    reads('the client reference wins', 'read-after-two-names', 'referred', true),
    reads('the metadata opens nothing', 'read-after-two-names', 'named', false),
    reads('the latest intent is opened', 'read-after-nobody', 'bystander', true),
    reads('the latest intent is closed along with another', 'read-after-closing', 'last', false),
    reads('a paid neighbour is closed', 'read-after-closing', 'named', false),
    reads('the client reference alone opens nothing', 'read-after-reference', 'referred', false),
  ],
}

function reads(name: string, step: string, variant: string, eligible: boolean) {
  return readsAs(name, { scenario, step, variant }, { eligible, status: eligible ? 'paid' : 'expired' })
}

import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { isOpenAt, showState, stateRead } from '../../judge/state.ts'

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
]

export const eventNamesItsIntent: Check = {
  id: 'eligibility/event-names-its-intent',
  requirement: 'ELG-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an event opens the intent of its metadata, else of its client_reference_id, and no other',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook'],
  judge: (view, record) => {
    if (!isOpenAt(view.contract, 'paid')) {
      record.notApplicable('the seed does not list "paid" among its eligible statuses')
      return
    }
    for (const [step, variant, open] of expected) {
      record.each(view.exchanges({ scenario, step, variant }), `${step} of the ${variant} intent`, (x) => {
        record.expect(stateRead(x)?.eligible === open, x, {
          message: open
            ? 'an event did not open the intent that it names'
            : 'an event opened an intent that it does not name',
          expected: `eligible: ${open}`,
          seen: showState(x),
          pointer: '/response/body/checkout/eligible',
        })
      })
    }
  },
  counterexamples: [
    reads('the client reference wins', 'read-after-two-names', 'referred', true),
    reads('the metadata opens nothing', 'read-after-two-names', 'named', false),
    reads('the latest intent is opened', 'read-after-nobody', 'bystander', true),
    reads('the client reference alone opens nothing', 'read-after-reference', 'referred', false),
  ],
}

function reads(name: string, step: string, variant: string, eligible: boolean) {
  return readsAs(name, { scenario, step, variant }, { eligible, status: eligible ? 'paid' : 'expired' })
}

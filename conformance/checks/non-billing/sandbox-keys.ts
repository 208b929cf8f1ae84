import type { Check } from '../../judge/check.ts'
import { isWitnessed } from '../../judge/witnessed.ts'

const scenario = 'non-billing/start'

export const sandboxKeys: Check = {
  id: 'non-billing/sandbox-keys',
  requirement: 'NBL-08',
  level: 'MUST',
  profile: 'witnessed',
  title: 'no call to Stripe comes with a live key',
  scenarios: [scenario],
  needs: ['witness'],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    for (const call of view.calls) {
      record.expect(call.keyMode !== 'live', call, {
        message: 'Stripe was called with a live key',
        expected: 'a test key',
        seen: 'a live key',
        pointer: '/keyMode',
      })
    }
  },
  counterexamples: [
    {
      name: 'one call comes with a live key',
      edit: (editor) =>
        editor.editCalls((calls) => calls.map((call, i) => (i === 0 ? { ...call, keyMode: 'live' } : call))),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { judgeHunt } from '../../judge/leaks.ts'

const scenario = 'redaction/surfaces'

export const idempotencyKeys: Check = {
  id: 'redaction/idempotency-keys',
  requirement: 'RED-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds an idempotency key',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  stands: true,
  judge: (view, record) =>
    judgeHunt(view, record, {
      planted: ['idempotency-key'],
      message: 'an idempotency key came back',
      expected: 'no trace of a key that was sent',
    }),
  counterexamples: [
    {
      name: 'a replay echoes its key',
      edit: (editor) => editor.leak({ scenario, step: 'start-again' }, 'idempotency-key'),
    },
    {
      name: 'a decision answers with a key in a header',
      edit: (editor) => editor.leak({ scenario, step: 'decide' }, 'idempotency-key', 'header'),
    },
  ],
}

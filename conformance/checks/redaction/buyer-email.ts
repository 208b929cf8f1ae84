import type { Check } from '../../judge/check.ts'
import { judgeHunt } from '../../judge/leaks.ts'

const scenario = 'redaction/surfaces'

export const buyerEmail: Check = {
  id: 'redaction/buyer-email',
  requirement: 'RED-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds a buyer email in any form',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  stands: true,
  judge: (view, record) =>
    judgeHunt(view, record, {
      planted: ['buyer-email'],
      message: "the buyer's email came back",
      expected: 'no trace of an email that was sent',
    }),
  counterexamples: [
    {
      name: 'the read of an intent holds the email',
      edit: (editor) => editor.leak({ scenario, step: 'read-paid' }, 'buyer-email'),
    },
    {
      name: 'a header holds a hash of the email',
      edit: (editor) => editor.leak({ scenario, step: 'start' }, 'buyer-email', 'header', 'sha256-hex'),
    },
    {
      name: 'a page holds the email',
      edit: (editor) => editor.leak({ scenario, step: 'page-paid' }, 'buyer-email'),
    },
  ],
}

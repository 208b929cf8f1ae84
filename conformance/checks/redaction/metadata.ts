import type { Check } from '../../judge/check.ts'
import { judgeHunt } from '../../judge/leaks.ts'

const scenario = 'redaction/surfaces'

export const metadata: Check = {
  id: 'redaction/metadata',
  requirement: 'RED-06',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds checkout metadata or an agent client id',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  stands: true,
  judge: (view, record) =>
    judgeHunt(view, record, {
      planted: ['metadata', 'agent-client-id'],
      message: 'private checkout metadata came back',
      expected: 'no trace of metadata or of an agent client id',
    }),
  counterexamples: [
    {
      name: 'a conflict holds the metadata of an event',
      edit: (editor) => editor.leak({ scenario, step: 'decide-conflict' }, 'metadata'),
    },
    {
      name: 'a ledger entry names the agent',
      edit: (editor) => editor.leak({ scenario, step: 'ledger' }, 'agent-client-id'),
    },
  ],
}

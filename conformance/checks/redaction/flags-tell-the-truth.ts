import type { Check } from '../../judge/check.ts'
import { leaksIn, reportLeaks } from '../../judge/leaks.ts'
import { declaredFlags } from '../../judge/flags.ts'

const scenario = 'redaction/surfaces'
const message = 'an answer says that nothing private is included, and holds a secret'

export const flagsTellTheTruth: Check = {
  id: 'redaction/flags-tell-the-truth',
  requirement: 'RED-10',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an answer with its flags lowered holds no secret that was planted',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const flagged = view.exchanges().filter((x) => declaredFlags(x).length > 0)
    if (flagged.length === 0) record.missing('no answer with declared flags')
    for (const _answer of flagged) record.saw()
    const entries = new Set(flagged.map(({ n }) => n))
    const leaks = leaksIn(view).filter(
      ({ subject, marker }) => entries.has(subject.n) && !marker.kind.startsWith('stripe:'),
    )
    reportLeaks(record, leaks, { message, expected: 'flags that are true to the answer' })
  },
  counterexamples: [
    {
      name: 'a start holds the email beside its flags',
      edit: (editor) => editor.leak({ scenario, step: 'start' }, 'buyer-email'),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { auditNamesIn } from '../../judge/audit-names.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { isSuccess, show } from '../../judge/look.ts'
import { stableValues } from '../../judge/record-values.ts'

const scenario = 'redaction/surfaces'

export const auditIds: Check = {
  id: 'redaction/audit-ids',
  requirement: 'RED-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds an audit id, or a random value that belongs to one record under no declared name',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decision-read'],
  judge: (view, record) => {
    const answers = view.exchanges({ scenario }).filter(({ response }) => response !== null)
    if (answers.filter((x) => isSuccess(x) && isRecognised(x)).length < 2)
      record.missing('no answers about a record to compare')
    for (const _answer of answers) record.saw()
    for (const { exchange, place, pointer } of stableValues(view, answers)) {
      record.expect(false, exchange, {
        message: 'a random value that nobody declared belongs to one record',
        expected: 'no such value, or one that is fresh on each answer',
        seen: `${show(place, 80)}: the same on each answer about one record, another for the next`,
        pointer,
      })
    }
    for (const { exchange, name, pointer } of auditNamesIn(answers)) {
      record.expect(false, exchange, {
        message: `an audit id comes back as ${show(name, 60)}`,
        expected: 'no audit id; at most a request id that is fresh on each answer',
        seen: `the value in the answer to ${exchange.operation}`,
        pointer,
      })
    }
  },
  counterexamples: [
    {
      name: 'a header tells the audit id of the write',
      edit: (editor) =>
        editor.addHeader({ scenario, step: 'decide' }, [
          'x-audit-id',
          'a81bc81b-dead-4e5d-abff-90865d1e13b1',
        ]),
    },
    {
      name: 'the reads of each intent carry a reference of their own',
      edit: (editor) => {
        for (const [steps, reference] of [
          [['read-paid', 'state-before-decision'], '7Kq2mV9xTz4LwB8nRc3Y'],
          [['read-second', 'read-second-again'], 'h5JpD1sXe6GuQ0aFvN7o'],
        ] as const)
          for (const step of steps)
            editor.json({ scenario, step }, (body) => {
              body['reference'] = reference
            })
      },
    },
  ],
}

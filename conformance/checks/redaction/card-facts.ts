import type { Check } from '../../judge/check.ts'
import { cardFactsIn, cardOf } from '../../judge/card.ts'
import { firstTaken, isRecognised, leaksIn, reportLeaks } from '../../judge/leaks.ts'

const scenario = 'redaction/surfaces'
const message = 'a fact of the payment method came back'

export const cardFacts: Check = {
  id: 'redaction/card-facts',
  requirement: 'RED-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no answer holds brand, last four digits, expiry or fingerprint of a card',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  stands: true,
  judge: (view, record) => {
    const leaks = leaksIn(view).filter(({ marker }) => marker.kind === 'card-fingerprint')
    reportLeaks(record, leaks, { message, expected: 'no fingerprint of a card' })
    if (firstTaken(view, 'card-fingerprint') === undefined)
      record.missing('no event with card facts was taken')
    const cards = view.exchanges({ scenario }).flatMap((x) => cardOf(x) ?? [])
    const answers = view.exchanges({ scenario }).filter(({ response }) => response !== null)
    if (!answers.some(isRecognised)) record.missing('no answer in the words of the contract')
    const told = new Set<string>()
    for (const x of answers) {
      record.saw()
      for (const { fact, pointer } of cardFactsIn(x, cards)) {
        if (told.has(`${x.step} ${fact}`)) continue
        told.add(`${x.step} ${fact}`)
        record.expect(false, x, {
          message,
          expected: 'no fact of the card that an event told',
          seen: `the card's ${fact} in the answer to ${x.operation}`,
          pointer,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the state of an intent holds the last four digits',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'read-paid' }, (x) => {
          const [delivery] = editor
            .transcript()
            .entries.flatMap((e) => (e.kind === 'exchange' ? (cardOf(e) ?? []) : []))
          const body = `{"ok":true,"paidWith":"•••• ${delivery?.last4 ?? ''}"}`
          return x.response === null ? x : { ...x, response: { ...x.response, body } }
        }),
    },
    {
      name: 'a decision holds the fingerprint',
      edit: (editor) => editor.leak({ scenario, step: 'decide' }, 'card-fingerprint'),
    },
  ],
}

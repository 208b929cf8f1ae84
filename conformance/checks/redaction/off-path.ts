import type { Check } from '../../judge/check.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { isOffPath, offPathLeaks } from '../../judge/off-path.ts'

const scenario = 'redaction/surfaces'

export const offPath: Check = {
  id: 'redaction/off-path',
  requirement: 'RED-12',
  level: 'MUST',
  profile: 'sandbox',
  title: 'errors, conflicts, replays, other methods, types and encodings leak no more than the good path',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  judge: (view, record) => {
    const exchanges = view.exchanges({ scenario })
    const off = exchanges.filter((x) => isOffPath(x) && x.response !== null)
    if (!off.some(isRecognised)) record.missing('no answer off the good path in the words of the contract')
    for (const _answer of off) record.saw()
    const told = new Set<string>()
    for (const { exchange, pointer, what } of offPathLeaks(view, exchanges)) {
      const key = `${exchange.step} ${exchange.variant ?? ''} ${what}`
      if (told.has(key)) continue
      told.add(key)
      record.expect(false, exchange, {
        message: 'an answer off the good path leaks what the good path does not',
        expected: 'every answer through the same projection',
        seen: `${what}, on ${exchange.step}${exchange.variant === undefined ? '' : ` (${exchange.variant})`}`,
        pointer,
      })
    }
  },
  counterexamples: [
    {
      name: 'a conflict holds the metadata',
      edit: (editor) => editor.leak({ scenario, step: 'decide-conflict' }, 'metadata'),
    },
    {
      name: 'only the compressed answer leaks',
      edit: (editor) =>
        editor.leak({ scenario, step: 'read-paid-otherwise', variant: 'gzip' }, 'stripe-payment-intent'),
    },
    {
      name: 'the answer to OPTIONS leaks in a header',
      edit: (editor) =>
        editor.leak({ scenario, step: 'read-paid-otherwise', variant: 'options' }, 'buyer-email', 'header'),
    },
    {
      name: 'an error has a private member',
      edit: (editor) =>
        editor.json({ scenario, step: 'decide-refused' }, (body) => {
          body['auditCorrelationId'] = 'none'
        }),
    },
    {
      name: 'the first of two members of one name leaks',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'read-paid' }, (x) => {
          const [canary] = editor
            .transcript()
            .header.canaries.filter(({ kind }) => kind === 'stripe-customer')
          const marker = `⟦${canary?.id ?? ''}:raw:${canary?.digest ?? ''}⟧`
          const body = (x.response?.body ?? '').replace('{', `{"id":"${marker}",`)
          return x.response === null ? x : { ...x, response: { ...x.response, body } }
        }),
    },
    {
      name: 'the refusal of a stranger shows the row',
      edit: (editor) =>
        editor.json({ scenario, step: 'owner-refused' }, (body) => {
          body['entry'] = { commissionCents: 1, payoutStatus: 'not_payable' }
        }),
    },
  ],
}

import type { Check } from '../../judge/check.ts'
import { expectNoClientField } from '../../judge/client-fields.ts'
import { objectAt } from '../../judge/editor.ts'
import {
  errorCode,
  isObject,
  isPreview,
  isSuccess,
  memberOf,
  show,
  startedIntent,
  statusOf,
} from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'confirmation/mass-assignment'

export const clientStarts: Check = {
  id: 'confirmation/client-starts',
  requirement: 'CNF-10',
  level: 'MUST',
  profile: 'sandbox',
  title: 'amounts, currencies, titles, statuses, times and ids that a client adds to a start change nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: ({ contract, exchanges }, record) => {
    const { currency, unitAmountCents: cents } = contract.primaryOffer
    for (const step of ['preview', 'start', 'read'] as const) {
      record.each(exchanges({ scenario, step }), `a ${step} with further members`, (x) => {
        const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
        record.expect(refused || answered(x, step), x, {
          message: `a ${step} with further members was neither answered nor refused (${x.variant ?? ''})`,
          expected: '200 with the preview, the intent or its state, or a 4xx with a code',
          seen: `status ${statusOf(x)}`,
          pointer: '/response/status',
        })
        expectNoClientField(record, x)
        if (!isSuccess(x) || step === 'start') return
        const whole = x.about['totalCents'] ?? cents
        const part = step === 'preview' ? 'offer' : 'checkout'
        const [seen, wanted] =
          step === 'preview'
            ? [
                [memberOf(x, part, 'unitAmountCents'), memberOf(x, 'totalAmountCents')],
                [cents, whole],
              ]
            : [[memberOf(x, part, 'amountCents')], [whole]]
        seen.push(memberOf(x, part, 'currency'))
        wanted.push(currency)
        record.expect(
          seen.every((value, i) => value === wanted[i]),
          x,
          {
            message: `members that the client added changed the price (${x.variant ?? ''})`,
            expected: show(wanted),
            seen: show(seen),
            pointer: `/response/body/${part}`,
          },
        )
        if (step !== 'read') return
        record.expect(memberOf(x, 'checkout', 'updatedAt') !== 1, x, {
          message: 'a time that the client added became the time of the intent',
          expected: 'the time of the last change',
          seen: '1, as the client said',
          pointer: '/response/body/checkout/updatedAt',
        })
        const state = [memberOf(x, 'checkout', 'status'), memberOf(x, 'checkout', 'eligible')]
        const closed = state[1] === false && !contract.eligibleStatuses.some((status) => status === state[0])
        record.expect(closed, x, {
          message: `members that the client added changed the state (${x.variant ?? ''})`,
          expected: 'an open intent, eligible: false',
          seen: show(state),
          pointer: '/response/body/checkout',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'the amount is taken over',
      edit: (editor) =>
        editor.json({ scenario, step: 'read', variant: 'plain' }, (body) => {
          objectAt(body, 'checkout')['amountCents'] = 1
        }),
    },
    {
      name: 'the status is taken over',
      edit: (editor) =>
        editor.json({ scenario, step: 'read', variant: 'after-claims' }, (body) => {
          objectAt(body, 'checkout')['eligible'] = true
        }),
    },
    {
      name: 'the time is taken over',
      edit: (editor) =>
        editor.json({ scenario, step: 'read', variant: 'times' }, (body) => {
          objectAt(body, 'checkout')['updatedAt'] = 1
        }),
    },
    {
      name: 'the title is taken over',
      edit: (editor) => editor.leak({ scenario, step: 'preview', variant: 'titles' }, 'client-field'),
    },
    {
      name: 'the id is taken over',
      edit: (editor) => editor.leak({ scenario, step: 'start', variant: 'ids' }, 'client-field'),
    },
  ],
}

function answered(x: Exchange, step: 'preview' | 'start' | 'read'): boolean {
  if (step === 'read') return isObject(memberOf(x, 'checkout'))
  return step === 'preview' ? isPreview(x) : startedIntent(x) !== undefined
}

import type { Check } from './check.ts'
import { withoutReferrals } from './referrals.ts'
import { errorCode, statusOf } from './look.ts'
import { isLimited, outcomeOf, writtenId } from './writes.ts'

type Frame = Pick<Check, 'id' | 'needs' | 'level' | 'title' | 'profile'> & {
  readonly scenario: string
  readonly step: 'decision' | 'click' | 'start' | 'ledger' | 'owner'
  /** Which of the near keys: outer blanks are judged apart. */
  readonly judges: (variant: string) => boolean
  /** A near key that the counterexample folds. */
  readonly folded: string
}

/** IDM-07 for one write: of two keys that are nearly alike, the second is not answered with the first's result. */
export function exactKeysCheck({ scenario, step, judges, folded, ...frame }: Frame): Check {
  const base = folded.split(':')[0] ?? folded
  /** Each key comes with something else, so that a key taken for another one is a conflict. */
  const asksForMore = step === 'ledger' || step === 'owner'
  return {
    ...frame,
    requirement: 'IDM-07',
    scenarios: [scenario],
    judge: (view, record) => {
      if (step !== 'decision' && step !== 'start' && withoutReferrals(view, record)) return
      const among = view.exchanges({ scenario, step })
      const bases = new Map(
        among.flatMap((x) => {
          const id = writtenId(x)
          return id === undefined || x.variant === undefined ? [] : [[x.variant, id] as const]
        }),
      )
      let told = 0
      for (const x of among) {
        const [of = '', near] = (x.variant ?? '').split(':')
        const first = bases.get(of)
        // A target may refuse keys that are too long or hold odd characters; then there is nothing to compare.
        if (near === undefined || !judges(near) || first === undefined || x.response === null) continue
        // Refused as stale: what the first wrote was not kept, which others report.
        if (isLimited(x) || errorCode(x)?.includes('stale') === true) continue
        told += 1
        const conflict = asksForMore && statusOf(x) === 409
        record.expect(writtenId(x) !== first && !conflict, x, {
          message: `a key that differs from another one (${x.variant ?? ''}) was taken for the other`,
          expected: `anything but id ${first}${asksForMore ? ' or a conflict' : ''}`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      }
      if (told === 0) record.missing(`a pair of near keys for a ${step}`)
    },
    counterexamples: [
      {
        name: `the key ${folded} gives the result of ${base}`,
        edit: (editor) => {
          let body = ''
          editor.exchange({ scenario, step, variant: base }, (x) => {
            body = x.response?.body ?? ''
            return x
          })
          const conflict = { status: 409, body: '{"ok":false,"code":"idempotency_conflict"}' }
          editor.respond({ scenario, step, variant: folded }, asksForMore ? conflict : { status: 200, body })
        },
      },
    ],
  }
}

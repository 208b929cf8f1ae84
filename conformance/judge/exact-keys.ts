import type { Check } from './check.ts'
import { withoutReferrals } from './key-checks.ts'
import { isLimited, outcomeOf, writtenId } from './writes.ts'

const scenario = 'idempotency/exact-keys'

type Frame = Pick<Check, 'id' | 'needs' | 'level' | 'title'> & {
  readonly step: 'decision' | 'click' | 'start'
  /** Which of the near keys: outer blanks are judged apart. */
  readonly judges: (variant: string) => boolean
  /** A near key that the counterexample folds. */
  readonly folded: string
}

/** IDM-07 for one write: of two keys that are nearly alike, the second is not answered with the first's result. */
export function exactKeysCheck({ step, judges, folded, ...frame }: Frame): Check {
  const base = folded.split(':')[0] ?? folded
  return {
    ...frame,
    requirement: 'IDM-07',
    profile: 'sandbox',
    scenarios: [scenario],
    judge: (view, record) => {
      if (step === 'click' && withoutReferrals(view, record)) return
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
        if (isLimited(x)) continue
        told += 1
        record.expect(writtenId(x) !== first, x, {
          message: `a key that differs from another one (${x.variant ?? ''}) was answered with the other's result`,
          expected: `anything but id ${first}`,
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
          editor.respond({ scenario, step, variant: folded }, { status: 200, body })
        },
      },
    ],
  }
}

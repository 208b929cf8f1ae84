import type { Counterexample, Recorder } from './check.ts'
import { errorCode, isSuccess, isTooLong, jsonOf, memberOf, show, statusOf } from './look.ts'
import type { View } from './view.ts'

/** A door that opens to its own exact text alone. */
export interface Door {
  readonly scenario: string
  /** What it records, in words. */
  readonly what: string
  /** Where the answer has the id of what was recorded. */
  readonly id: readonly string[]
  /** The refusal that the protocol names. */
  readonly code: string
}

/** Judges the steps `near-miss` and `exact` of a scenario. */
export function judgeDoor(view: View, record: Recorder, { scenario, what, id, code }: Door): void {
  record.each(view.exchanges({ scenario, step: 'near-miss' }), 'a near miss', (x) => {
    const status = statusOf(x) ?? 0
    if (status >= 500) return record.missing(`a near miss was answered with ${status}`)
    record.expect(errorCode(x) !== undefined || isTooLong(x), x, {
      message: `${what} with the confirmation text "${x.variant ?? ''}" was not refused`,
      expected: `400 ${code}`,
      seen: isSuccess(x) ? 'a success' : `status ${status}, ${show(jsonOf(x))}`,
      pointer: '/response/status',
    })
  })
  record.each(view.exchanges({ scenario, step: 'exact' }), 'the exact text', (x) => {
    const recorded = isSuccess(x) && typeof memberOf(x, ...id) === 'string'
    record.expect(recorded, x, {
      message: `${what} with the exact text was not recorded`,
      expected: `200 with ${id.join('.')}`,
      seen: `status ${statusOf(x)}, ${show(errorCode(x))}`,
      pointer: '/response/body',
    })
    // It comes under the key of a near miss: had that been recorded, this would be a replay.
    record.expect(!recorded || memberOf(x, 'duplicate') !== true, x, {
      message: `a refused near miss had been recorded: ${what} with the exact text under its key is a replay`,
      expected: 'duplicate: false',
      seen: 'duplicate: true',
      pointer: '/response/body/duplicate',
    })
  })
}

/** What a door's check must notice. */
export function doorCounterexamples({ scenario, id, code }: Door): [Counterexample, ...Counterexample[]] {
  const recorded = {
    status: 200,
    body: JSON.stringify(id.reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'made-up')),
  }
  const step = 'near-miss'
  return [
    {
      name: 'a text in an array opens it',
      edit: (editor) => editor.respond({ scenario, step, variant: 'in-array' }, recorded),
    },
    {
      name: 'a text with a blank more opens it',
      edit: (editor) => editor.respond({ scenario, step, variant: 'trailing-blank' }, recorded),
    },
    {
      name: 'no text opens it',
      edit: (editor) => editor.respond({ scenario, step, variant: 'absent' }, recorded),
    },
    {
      name: 'the text in the query opens it',
      edit: (editor) => editor.respond({ scenario, step, variant: 'in-query' }, recorded),
    },
    {
      name: 'a near miss was recorded behind its refusal',
      edit: (editor) => editor.json({ scenario, step: 'exact' }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'the exact text is refused',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'exact' },
          { status: 400, body: JSON.stringify({ ok: false, code }) },
        ),
    },
  ]
}

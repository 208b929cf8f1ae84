import type { Exchange } from '../transcript.ts'
import type { Check, Recorder } from './check.ts'
import type { MutableJsonObject } from './editor.ts'
import { isFirst, isRefusal, isReplay, outcomeOf, writtenId } from './writes.ts'
import { withoutReferrals } from './referrals.ts'

type Frame = Pick<Check, 'id' | 'profile' | 'needs'> & {
  readonly scenario: string
  /** What is written, in words: `decision`. */
  readonly what: string
}

const ofReferral = (needs: Check['needs']) => needs.includes('click')

/** IDM-01 for one write: without a key it is refused, and a key is all that was missing. */
export function keyRequiredCheck({ scenario, what, ...frame }: Frame): Check {
  return {
    ...frame,
    requirement: 'IDM-01',
    level: 'MUST',
    title: `a ${what} without an idempotency key is refused`,
    scenarios: [scenario],
    judge: (view, record) => {
      if (ofReferral(frame.needs) && withoutReferrals(view, record)) return
      const keyed = view.exchanges({ scenario, step: 'first' })
      record.each(view.exchanges({ scenario, step: 'no-key' }), `a ${what} without a key`, (x) => {
        record.expect(isRefusal(x), x, {
          message: `a ${what} without an idempotency key (${x.variant ?? ''}) was not refused`,
          expected: 'a 4xx with an error code',
          seen: outcomeOf(x),
          pointer: '/response/status',
        })
      })
      record.each(keyed, `a ${what} with a key`, (x) => {
        if (writtenId(x) === undefined) record.missing(`a ${what} with a key: ${outcomeOf(x)}`)
      })
    },
    counterexamples: [
      {
        name: `a ${what} without a key is taken`,
        edit: (editor) =>
          editor.respond(
            { scenario, step: 'no-key', variant: 'absent' },
            { status: 200, body: '{"ok":true,"duplicate":false}' },
          ),
      },
    ],
  }
}

/** IDM-02 for one write: the same request again gives the same id, marked as a duplicate. */
export function replayCheck({ scenario, what, ...frame }: Frame): Check {
  const same = (record: Recorder, first: Exchange, x: Exchange) => {
    const id = writtenId(first)
    record.expect(isReplay(x) && writtenId(x) === id, x, {
      message: `the same ${what} again was not answered as a replay of the first`,
      expected: `200, id ${id}, duplicate true`,
      seen: outcomeOf(x),
      pointer: '/response/body',
    })
  }
  return {
    ...frame,
    requirement: 'IDM-02',
    level: 'MUST',
    title: `a replayed ${what} keeps its id and is marked as a duplicate`,
    scenarios: [scenario],
    judge: (view, record) => {
      if (ofReferral(frame.needs) && withoutReferrals(view, record)) return
      const [first] = view.exchanges({ scenario, step: 'first' })
      if (first === undefined || writtenId(first) === undefined) {
        record.missing(`a first ${what}: ${first === undefined ? 'nothing was driven' : outcomeOf(first)}`)
        return
      }
      record.expect(isFirst(first), first, {
        message: `a ${what} under a new key was answered as a duplicate`,
        expected: 'duplicate false',
        seen: outcomeOf(first),
        pointer: '/response/body/duplicate',
      })
      record.each(view.exchanges({ scenario, step: 'again' }), `the ${what} again`, (x) =>
        same(record, first, x),
      )
    },
    counterexamples: [
      {
        name: 'the replay is not marked',
        edit: (editor) =>
          editor.json({ scenario, step: 'again' }, (body) => void (body['duplicate'] = false)),
      },
      {
        name: 'the replay names a new id',
        edit: (editor) => editor.json({ scenario, step: 'again' }, renameIds),
      },
      {
        name: 'the first is called a duplicate',
        edit: (editor) => editor.json({ scenario, step: 'first' }, (body) => void (body['duplicate'] = true)),
      },
    ],
  }
}

/** IDM-03 for one write: a key that stands for something else is a conflict, and the first answer still replays. */
export function conflictCheck({ scenario, what, ...frame }: Frame): Check {
  return {
    ...frame,
    requirement: 'IDM-03',
    level: 'MUST',
    title: `the key of a ${what} that comes with something else is a conflict and has no effect`,
    scenarios: [scenario],
    judge: (view, record) => {
      if (ofReferral(frame.needs) && withoutReferrals(view, record)) return
      const [first] = view.exchanges({ scenario, step: 'first' })
      const id = first === undefined ? undefined : writtenId(first)
      if (id === undefined) {
        record.missing(`a first ${what}`)
        return
      }
      record.each(view.exchanges({ scenario, step: 'conflict' }), `a ${what} under a used key`, (x) => {
        record.expect(isRefusal(x, 409), x, {
          message: `a used key with something else (${x.variant ?? ''}) was not answered as a conflict`,
          expected: '409 with an error code',
          seen: outcomeOf(x),
          pointer: '/response/status',
        })
      })
      record.each(view.exchanges({ scenario, step: 'after' }), `the ${what} after the conflict`, (x) => {
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: `after the conflict the first ${what} does not replay any more`,
          expected: `200, id ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      })
      const fresh = view.exchanges({ scenario, step: 'fresh' })
      for (const x of fresh.filter(({ response }) => response !== null && response.status < 429)) {
        record.expect(isFirst(x) && writtenId(x) !== id, x, {
          message: `what the conflict refused is not the first under a key of its own: the refusal had an effect`,
          expected: 'duplicate false and a new id',
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      }
    },
    counterexamples: [
      {
        name: 'the conflict is answered with the first result',
        edit: (editor) =>
          editor.respond(
            { scenario, step: 'conflict' },
            { status: 200, body: '{"ok":true,"duplicate":true}' },
          ),
      },
      {
        name: 'the first result is lost after the conflict',
        edit: (editor) => editor.json({ scenario, step: 'after' }, renameIds),
      },
    ],
  }
}

/** Gives every id that an answer names another value, as a second effect would. */
function renameIds(body: MutableJsonObject): void {
  const ids = ['checkoutIntentId', 'referralClickId', 'decisionId', 'commissionLedgerId', 'actionId']
  for (const id of ids) if (typeof body[id] === 'string') body[id] = 'made-up'
  for (const part of ['decision', 'commissionLedger', 'reviewAction']) {
    const inner = body[part]
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
    body[part] = {
      ...inner,
      ...Object.fromEntries(ids.filter((id) => id in inner).map((id) => [id, 'made-up'])),
    }
  }
}

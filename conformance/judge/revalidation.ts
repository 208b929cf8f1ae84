import type { Exchange } from '../transcript.ts'
import type { Counterexample, Recorder } from './check.ts'
import { headerValues, isSuccess, statusOf } from './look.ts'
import type { View } from './view.ts'

export const revalidation = 'robustness/revalidation'

/**
 * Judges a read that was asked again by the entity tag of the answer before a change: 304 would leave its reader with
 * what was (RFC 9110, section 8.8.1). `change` is what took place between the two.
 */
export function judgeAskedAgain(
  view: View,
  record: Recorder,
  read: 'state' | 'counts',
  change: { readonly step: string; readonly words: string },
): void {
  const changed = view.exchanges({ scenario: revalidation, step: change.step })
  if (!changed.some(isSuccess)) return record.missing(`${change.words}: there was none`)
  const again = view.exchanges({ scenario: revalidation, step: `${read}-again` })
  if (again.length > 0 && again.every((x) => tagOf(x) === undefined)) {
    return record.notApplicable('this read carries no entity tag (ETag)')
  }
  record.each(again, `the read after ${change.words}`, (x) => {
    record.expect(statusOf(x) !== 304, x, {
      message: `after ${change.words}, the read is still answered as not modified to who has the answer of before`,
      expected: '200 with the present state and a new ETag',
      seen: '304 Not Modified',
      pointer: '/response/status',
    })
  })
}

/** The same read, asked by a tag and answered as not modified. */
export function notModified(name: string, read: 'state' | 'counts'): Counterexample {
  const target = { scenario: revalidation, step: `${read}-again` }
  return {
    name,
    edit: (editor) =>
      editor.exchange(target, (x) => ({
        ...x,
        request: { ...x.request, headers: [...x.request.headers, ['if-none-match', '"as-before"']] },
        response: x.response === null ? null : { ...x.response, status: 304, body: '' },
      })),
  }
}

function tagOf({ request }: Exchange): string | undefined {
  return headerValues(request.headers, 'if-none-match')[0]
}

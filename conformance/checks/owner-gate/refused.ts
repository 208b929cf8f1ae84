import type { Recorder } from '../../judge/check.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

/** Judges that the gate answered, and nothing behind it. */
export function expectRefused(record: Recorder, x: Exchange, who: string): void {
  record.expect(statusOf(x) === 401 && errorCode(x) !== undefined, x, {
    message: `${who} was not refused at the owner's gate`,
    expected: '401 owner_session_required',
    seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
    pointer: '/response/status',
  })
}

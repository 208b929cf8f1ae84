import type { Json } from '../../transcript.ts'

/** The last second that a date can tell (ECMAScript, time values). */
const last = 8.64e12

/** A time of the target's as ISO 8601. It may be no Unix time at all: then it is the nearest that there is. */
function isoTime(seconds: number): string {
  return new Date(Math.max(-last, Math.min(last, seconds)) * 1000).toISOString()
}

/** What may stand where the present time (seconds) belongs, and is no time to compare. */
export function noTimes(present: number): readonly (readonly [variant: string, value: Json | undefined])[] {
  return [
    ['absent', undefined],
    ['null', null],
    ['string', String(present)],
    ['date', isoTime(present)],
    ['fraction', present + 0.5],
    ['negative', -present],
    ['zero', 0],
    ['minus-one', -1],
    ['true', true],
    ['in-array', [present]],
  ]
}

/** The last second that a date can tell (ECMAScript, time values). */
const last = 8.64e12

/** A time of the target's as ISO 8601. It may be no Unix time at all: then it is the nearest that there is. */
export function isoTime(seconds: number): string {
  return new Date(Math.max(-last, Math.min(last, seconds)) * 1000).toISOString()
}

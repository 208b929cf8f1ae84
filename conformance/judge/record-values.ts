import { createVisibility, type Visibility } from '../../contracts/visibility.ts'
import type { Exchange } from '../transcript.ts'
import { memberOf } from './look.ts'
import { isHarmlessName, isOpaque, unlistedValuesIn } from './unlisted.ts'
import type { View } from './view.ts'

/** A random value at one place of an answer that belongs to one record. */
export interface RecordValue {
  readonly exchange: Exchange
  /** The same for all answers of an operation: a header's name, or a pointer. */
  readonly place: string
  readonly pointer: string
  readonly value: string
}

/** Headers of the connection, of caches and of frameworks; what they hold is no fact of a record. */
const harmlessHeader =
  /^(?:date|etag|last-modified|expires|age|content-[a-z-]+|set-cookie|cache-control|vary|server|via|location|link|connection|keep-alive|transfer-encoding|allow|accept[a-z-]*|access-control-[a-z-]+|strict-transport-security|referrer-policy|permissions-policy|x-frame-options|x-content-type-options|x-xss-protection|x-powered-by|x-ratelimit[a-z-]*|ratelimit[a-z-]*|retry-after|alt-svc|nel|report-to|reporting-endpoints|cf-[a-z-]+|x-amz[a-z-]*|x-vercel-[a-z-]+|x-served-by|x-timer|x-[a-z-]*cache[a-z-]*|x-nextjs-[a-z-]+|x-matched-path|x-middleware-[a-z-]+|fly-[a-z-]+|traceparent|tracestate|b3|baggage|x-b3-[a-z-]+|x-cloud-trace-context|x-datadog-[a-z-]+|www-authenticate|x-?request-?id|x-[a-z-]*(?:request|trace)-?id|digest|repr-digest|x-[a-z-]*(?:hash|version|checksum|etag|build|commit|release|node|instance|host|pod|region))$/i

/** Every random value of an answer that is neither declared nor harmless: of its headers, and of its JSON. */
function randomValuesIn(x: Exchange, visibility: Visibility): RecordValue[] {
  const headers = [...(x.response?.headers ?? [])].flatMap(([name, text], i) =>
    harmlessHeader.test(name)
      ? []
      : text
          .split(/[;,=\s"']+/)
          .filter((token) => isOpaque(token))
          .map((value, nth) => ({
            place: `header ${name.toLowerCase()} ${nth}`,
            pointer: `/response/headers/${i}`,
            value,
          })),
  )
  const members = unlistedValuesIn(x, visibility)
    .filter(({ value, name }) => isOpaque(value) && !isHarmlessName(name))
    .map(({ pointer, value }) => ({ place: pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), pointer, value }))
  return [...headers, ...members].map((found) => ({ exchange: x, ...found }))
}

/** The record that an answer is about: an intent, or a click. */
function recordOf(x: Exchange): string | undefined {
  for (const id of [
    x.about['checkoutIntentId'],
    memberOf(x, 'checkoutIntentId'),
    memberOf(x, 'referralClickId'),
  ])
    if (typeof id === 'string') return id
  return undefined
}

/**
 * Values that stay the same over two or more answers about one record, are different for another record, and stand
 * nowhere else: facts of the record, under no declared name. What is fresh on each answer, or the same for all, is not.
 */
export function stableValues(view: View, exchanges: readonly Exchange[]): readonly RecordValue[] {
  const visibility = createVisibility(view.contract)
  const places = new Map<string, Map<string, RecordValue[]>>()
  const records = new Map<string, Set<string>>()
  for (const x of exchanges) {
    const record = recordOf(x)
    for (const found of randomValuesIn(x, visibility)) {
      const seenIn = records.get(found.value) ?? new Set<string>()
      records.set(found.value, seenIn.add(record ?? ''))
      if (record === undefined) continue
      const key = `${x.operation} ${found.place}`
      const byRecord = places.get(key) ?? new Map<string, RecordValue[]>()
      places.set(key, byRecord)
      byRecord.set(record, [...(byRecord.get(record) ?? []), found])
    }
  }
  return [...places.values()].flatMap((byRecord) => {
    const stable = [...byRecord.values()].filter(
      (values) =>
        new Set(values.map(({ exchange }) => exchange.n)).size >= 2 &&
        new Set(values.map(({ value }) => value)).size === 1,
    )
    const own = stable.flatMap(([first]) =>
      first !== undefined && records.get(first.value)?.size === 1 ? [first] : [],
    )
    return own.length >= 2 ? own.slice(0, 1) : []
  })
}

import {
  isList,
  answerWith,
  isJson,
  isObject,
  requestWith,
  type Json,
  type Variant,
} from './variant.fixture.ts'

const factor = 7
const outward = new Set(['updatedAt', 'checkoutUpdatedAt'])
/** A whole, positive expected time, where it stands in a body. */
const expected = /("(?:expectedCheckoutUpdatedAt|expectedUpdatedAt)"\s*:\s*)([1-9]\d*)(?=\s*[,}])/g
/** An expected time that the gateway never gave: whole, positive, and always stale. */
const neverGiven = 1

/** `updatedAt` runs seven times as fast as the clock, so two changes are at least seven seconds apart. */
export const jumpingTimes: Variant = {
  id: 'jumping-times',
  title: 'updatedAt moves by more than a second',
  wrap: (fetch) => {
    const start = Math.floor(Date.now() / 1000) - 10
    const toThem = (time: number) => start + (time - start) * factor
    const toUs = (time: number) =>
      (time - start) % factor === 0 ? start + (time - start) / factor : neverGiven
    const mapped = (value: Json, name = ''): Json => {
      if (typeof value === 'number' && outward.has(name) && Number.isInteger(value)) return toThem(value)
      if (isList(value)) return value.map((item) => mapped(item))
      if (!isObject(value)) return value
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, key)]))
    }
    return async (request) => {
      const text = await request.text()
      // In the text, since a body may be nested too deeply to be written anew.
      const body = text.replaceAll(
        expected,
        (_, name: string, time: string) => `${name}${toUs(Number(time))}`,
      )
      const response = await fetch(
        text === ''
          ? new Request(request.url, { method: request.method, headers: request.headers, redirect: 'manual' })
          : requestWith(request, body),
      )
      if (!isJson(response) || response.body === null) return response
      const answer = await response.text()
      return answerWith(response, answer === '' ? null : JSON.stringify(mapped(JSON.parse(answer) as Json)))
    }
  },
}

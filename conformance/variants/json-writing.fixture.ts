import { isList, editingJson, isObject, writingJson, type Json, type Variant } from './variant.fixture.ts'

/** JSON says the same in many writings. */
export const jsonWriting: readonly Variant[] = [
  {
    id: 'pretty-json',
    title: 'JSON is indented and ends with a line feed',
    wrap: writingJson((body) => `${JSON.stringify(body, null, 4)}\n`),
    otherSeed: true,
  },
  {
    id: 'reversed-members',
    title: 'the members of every object come the other way round',
    wrap: writingJson((body) => JSON.stringify(reversed(body))),
  },
  {
    id: 'escaped-json',
    title: 'JSON is pure ASCII with escapes, and says its charset',
    wrap: writingJson(escaped, 'application/json; charset=UTF-8'),
    otherSeed: true,
  },
  {
    id: 'extra-members',
    title: 'every object at the top carries harmless members more, a fresh request id among them',
    wrap: editingJson((body) => {
      body['requestId'] = crypto.randomUUID()
      body['apiVersion'] = '2026-11-01'
      body['serverTime'] = Math.floor(Date.now() / 1000)
      for (const name of ['checkout', 'decision']) {
        const inner = body[name]
        if (isObject(inner)) inner['object'] = name
      }
    }),
  },
]

function reversed(value: Json): Json {
  if (isList(value)) return value.map(reversed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}

function escaped(value: Json): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff<>&]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

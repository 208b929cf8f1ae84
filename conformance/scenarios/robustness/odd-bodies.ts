import type { Driver } from '../../drive/driver.ts'
import type { Header, Json } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { harmlessWrites, type Write } from './writes.ts'

const depth = 5_000
const length = 100_000

const json: Header = ['content-type', 'application/json']

interface Odd {
  readonly variant: string
  readonly body: string
  readonly headers?: readonly Header[]
}

/** Bodies that are JSON objects, but of a kind that parsers, stores and loggers stumble over. */
function odd({ body }: Write): Odd[] {
  const text = JSON.stringify(body)
  const inside = text.slice(1)
  const withEach = (change: (member: Json) => Json) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(body).map(([name, value]) => [
          name,
          typeof value === 'string' ? change(value) : value,
        ]),
      ),
    )
  return [
    { variant: 'deep-arrays', body: `{"more":${'['.repeat(depth)}${']'.repeat(depth)},${inside}` },
    { variant: 'deep-objects', body: `{"more":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)},${inside}` },
    { variant: 'long-strings', body: withEach((value) => `${show(value)}${'x'.repeat(length)}`) },
    // Escapes of half a surrogate pair, NUL, a non-character and a direction override.
    { variant: 'odd-unicode', body: text.replaceAll(/":"/g, '":"\\ud800\\u0000\\uffff\\u202e') },
    { variant: 'numbers-without-end', body: `{"more":1e999,"most":-${'9'.repeat(400)},${inside}` },
    {
      variant: 'names-of-prototypes',
      body: `{"__proto__":{"ok":1},"constructor":{"prototype":1},"toString":1,${inside}`,
    },
    { variant: 'no-members', body: '{}' },
    { variant: 'all-null', body: withEach(() => null) },
    { variant: 'no-body', body: '' },
    { variant: 'plain-text', body: text, headers: [['content-type', 'text/plain']] },
    { variant: 'xml', body: '<a/>', headers: [['content-type', 'application/xml']] },
    { variant: 'form', body: 'a=%zz&a=1', headers: [['content-type', 'application/x-www-form-urlencoded']] },
    { variant: 'multipart', body: text, headers: [['content-type', 'multipart/form-data']] },
    { variant: 'charset', body: text, headers: [['content-type', 'application/json; charset=utf-99']] },
    { variant: 'garbled-type', body: text, headers: [['content-type', ';;/']] },
  ]
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export const robustnessOddBodies: Scenario = {
  id: 'robustness/odd-bodies',
  profile: 'public',
  title: 'every write with deep, long and odd bodies, and with other content types',
  drive: async (driver: Driver) => {
    for (const write of harmlessWrites(driver)) {
      const { operation, path } = write
      if (operation === 'owner.act' || operation === 'webhook.deliver') continue
      for (const { variant, body, headers = [json] } of odd(write)) {
        await driver.send({
          operation,
          step: 'odd',
          variant: `${operation}/${variant}`,
          method: 'POST',
          path,
          headers,
          body,
        })
      }
    }
  },
}

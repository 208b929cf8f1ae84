import type { Exchange, Json } from '../transcript.ts'
import { isObject, jsonOf, parseJson } from './look.ts'

/** A JSON value of an answer, with the pointer that evidence uses. */
export interface FoundJson {
  readonly pointer: string
  readonly json: Json
}

const maxEmbedded = 200

/** The JSON of an answer: its body, or what an HTML page carries in scripts and attributes. */
export function jsonIn(x: Exchange): readonly FoundJson[] {
  let found = known.get(x)
  if (found === undefined) known.set(x, (found = find(x)))
  return found
}

const known = new WeakMap<Exchange, readonly FoundJson[]>()

function find(x: Exchange): readonly FoundJson[] {
  const whole = jsonOf(x)
  if (whole !== undefined) return [{ pointer: '/response/body', json: whole }]
  const body = x.response?.body ?? ''
  if (!/<[a-z!/]/i.test(body)) return []
  return embeddedTexts(body)
    .slice(0, maxEmbedded)
    .flatMap((text) => {
      const json = parseJson(text)
      return isObject(json) || Array.isArray(json) ? [{ pointer: '/response/body', json }] : []
    })
}

/** Script contents, objects that a script assigns, and attribute values that may be JSON. */
function embeddedTexts(html: string): string[] {
  const texts: string[] = []
  for (const part of html.split(/<script\b/i).slice(1)) {
    const script = part.slice(part.indexOf('>') + 1).split(/<\/script/i)[0] ?? ''
    texts.push(script.trim(), ...assigned(script))
  }
  for (const [, double, single] of html.matchAll(/=\s*(?:"([^"<>]{2,20000})"|'([^'<>]{2,20000})')/g)) {
    const value = unescaped(double ?? single ?? '')
    if (/^\s*[[{]/.test(value)) texts.push(value)
  }
  return texts
}

/** `name = {…}` in a script, where the object is JSON and stands on one line. */
function assigned(script: string): string[] {
  return script.split('\n').flatMap((line) => {
    const at = line.search(/=\s*[[{]/)
    return at === -1
      ? []
      : [
          line
            .slice(at + 1)
            .trim()
            .replace(/;$/, ''),
        ]
  })
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** A value in a parsed form: Stripe's form encoding knows text, lists and objects. JSON bodies (v2) add the rest. */
export type FormValue = string | number | boolean | null | readonly FormValue[] | FormObject
export interface FormObject {
  readonly [name: string]: FormValue
}

interface Node {
  text?: string
  readonly children: Map<string, Node>
}

const maxDepth = 20

/**
 * Parses `application/x-www-form-urlencoded` text with Stripe's nested brackets: `a[b]=1`, `a[0][b]=1`, `a[]=1`.
 * Of two values for one name the last counts. Objects have no prototype, so `__proto__` is a name like any other.
 */
export function parseForm(text: string): FormObject {
  const root: Node = { children: new Map() }
  for (const [name, value] of new URLSearchParams(text)) {
    let node = root
    for (const segment of segmentsOf(name)) {
      const key = segment === '' ? String(node.children.size) : segment
      const next = node.children.get(key) ?? { children: new Map() }
      node.children.set(key, next)
      node = next
    }
    node.text = value
  }
  return objectOf(root)
}

function segmentsOf(name: string): readonly string[] {
  const open = name.indexOf('[')
  if (open <= 0 || !/^(?:\[[^[\]]*\])+$/.test(name.slice(open))) return [name]
  const segments = [name.slice(0, open), ...name.slice(open + 1, -1).split('][')]
  return segments.length > maxDepth ? [name] : segments
}

function objectOf(node: Node): FormObject {
  const object: Record<string, FormValue> = Object.create(null) as Record<string, FormValue>
  for (const [name, child] of node.children) object[name] = valueOf(child)
  return object
}

function valueOf(node: Node): FormValue {
  if (node.children.size === 0) return node.text ?? ''
  const isList = [...node.children.keys()].every((key, index) => key === String(index))
  return isList ? [...node.children.values()].map(valueOf) : objectOf(node)
}

/** The parameters of a body: a form, or JSON as Stripe's v2 takes it; empty for anything else (uploads). */
export function parseBody(contentType: string | null, body: string): FormObject {
  if (contentType?.includes('multipart/') === true) return parseForm('')
  if (contentType?.includes('json') !== true) return parseForm(body)
  try {
    const parsed: unknown = JSON.parse(body)
    return isFormObject(parsed) ? parsed : parseForm('')
  } catch {
    return parseForm('')
  }
}

/** Whether a value is an object of parameters (and no list). */
export function isFormObject(value: unknown): value is FormObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { Stripe } from 'stripe'

interface Extracted {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly methodType: string | undefined
}

/** POST operations that only compute an answer: Stripe documents each of them as changing nothing. */
const readingPosts: ReadonlySet<string> = new Set(['/v1/invoices/create_preview'])

/**
 * Reads every API operation from the installed stripe package, by walking a client and calling each method of each
 * resource with its `_makeRequest` replaced by a recorder. Nothing is sent. Sorted by id.
 */
function extractOperations(): readonly Extracted[] {
  const found: Extracted[] = []
  const seen = new Set<unknown>()
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || path.length > 6) return
    seen.add(value)
    if (value instanceof Stripe.StripeResource) found.push(...operationsOf(value, path))
    for (const [name, member] of Object.entries(value)) {
      if (!name.startsWith('_')) visit(member, [...path, snakeCase(name)])
    }
  }
  visit(new Stripe('sk_test_vocabulary'), [])
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function operationsOf(resource: object, path: readonly string[]): readonly Extracted[] {
  const found: Extracted[] = []
  const prototype: unknown = Object.getPrototypeOf(resource)
  if (typeof prototype !== 'object' || prototype === null) return found
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Reflect.get(prototype, name)
    if (name === 'constructor' || name.startsWith('_') || typeof method !== 'function') continue
    const recorder: object = Object.create(resource) as object
    Reflect.set(recorder, '_makeRequest', (...call: readonly unknown[]) => {
      const [verb, url, , , spec] = call
      const methodType: unknown =
        typeof spec === 'object' && spec !== null ? Reflect.get(spec, 'methodType') : undefined
      found.push({
        id: [...path, snakeCase(name)].join('.'),
        method: String(verb),
        path: String(url).replace(/__(\w+?)__/g, '{$1}'),
        methodType: typeof methodType === 'string' ? methodType : undefined,
      })
      return Promise.resolve({})
    })
    Reflect.apply(method, recorder, argumentsFor(method))
  }
  return found
}

/** Methods take the ids of their path first, then `params` and `options`; an id is stood for by its own name. */
function argumentsFor(method: object): readonly unknown[] {
  const source = Function.prototype.toString.call(method)
  const names = source.slice(source.indexOf('(') + 1, source.indexOf(')')).split(',')
  return names.map((name) =>
    ['params', 'options'].includes(name.trim()) ? {} : `__${snakeCase(name.trim())}__`,
  )
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter, index: number) => `${index === 0 ? '' : '_'}${letter.toLowerCase()}`)
}

/** The text of `operations.generated.ts` for the installed stripe package: one operation a line. */
export function renderOperations(): string {
  const lines = extractOperations().map(({ id, method, path, methodType }) => {
    const kind = method === 'GET' || readingPosts.has(path) ? 'reads' : 'mutates'
    const list = methodType === 'list' || methodType === 'search' ? ' list' : ''
    return `  '${id} ${method} ${path} ${kind}${list}',`
  })
  return [
    '// Generated from the installed stripe package by extract-operations.ts. Do not edit.',
    '/** One operation a line: id, HTTP method, path template, `reads` or `mutates`, `list` where it answers a list. */',
    'export const operationLines: readonly string[] = [',
    ...lines,
    ']',
    '',
  ].join('\n')
}

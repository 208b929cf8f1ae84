import { operationLines } from './operations.generated.ts'

/** One operation of Stripe's API, under the name that the stripe package gives it (in snake case). */
export interface Operation {
  readonly id: string
  readonly method: string
  /** For example `/v1/payment_intents/{id}/capture`. */
  readonly path: string
  /** Whether the call may change anything at Stripe. */
  readonly mutating: boolean
  /** Whether the answer is a list. */
  readonly list: boolean
}

/** Every operation that the installed stripe package knows. */
export const operations: readonly Operation[] = operationLines.map((line) => {
  const [id = '', method = '', path = '', kind, list] = line.split(' ')
  return { id, method, path, mutating: kind !== 'reads', list: list === 'list' }
})

const byShape = new Map<string, { readonly operation: Operation; readonly segments: readonly string[] }[]>()
for (const operation of operations) {
  const segments = operation.path.split('/')
  const shape = shapeOf(operation.method, segments)
  byShape.set(shape, [...(byShape.get(shape) ?? []), { operation, segments }])
}

function shapeOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`
}

/**
 * The operation behind a method and a path (no query), or undefined when the stripe package has none.
 * A literal segment wins over a parameter: `/v1/payment_intents/search` is the search. HEAD reads as GET does.
 */
export function operationOf(method: string, path: string): Operation | undefined {
  const verb = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase()
  const actual = path.split('/')
  let best: Operation | undefined
  let bestLiterals = -1
  for (const { operation, segments } of byShape.get(shapeOf(verb, actual)) ?? []) {
    const fits = segments.every((segment, index) =>
      segment.startsWith('{') ? actual[index] !== '' : segment === actual[index],
    )
    const literals = segments.filter((segment) => !segment.startsWith('{')).length
    if (fits && literals > bestLiterals) {
      best = operation
      bestLiterals = literals
    }
  }
  return best
}

/** Whether a call counts as mutating: everything but the known reading operations does, so the unknown counts too. */
export function isMutating(operation: Operation | undefined): boolean {
  return operation?.mutating ?? true
}

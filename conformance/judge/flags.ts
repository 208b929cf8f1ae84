import {
  attributionFlags,
  clickFlags,
  decisionFlags,
  ledgerFlags,
  previewFlags,
  startFlags,
} from '../../contracts/wire/declared-flags.ts'
import type { Exchange, Json } from '../transcript.ts'
import { isObject, isSuccess, memberOf, objectsIn, jsonOf } from './look.ts'

/** Flags that one object of an answer must carry; null where the object itself is not there. */
export interface DeclaredFlags {
  readonly pointer: string
  readonly object: Json | undefined
  readonly names: readonly string[]
}

/** The flags that WIRE declares for a successful answer in its words; none for anything else. */
export function declaredFlags(x: Exchange): readonly DeclaredFlags[] {
  if (!isSuccess(x) || memberOf(x, 'ok') !== true) return []
  const at = (names: readonly string[], ...path: readonly string[]): DeclaredFlags => ({
    pointer: `/response/body${path.map((part) => `/${part}`).join('')}`,
    object: memberOf(x, ...path),
    names,
  })
  const optional = (names: readonly string[], ...path: readonly string[]) =>
    isObject(memberOf(x, ...path)) ? [at(names, ...path)] : []
  switch (x.operation) {
    case 'checkout.read':
      return [at(['rawStripeIdsIncluded'], 'redaction')]
    case 'checkout.start': {
      const preview = memberOf(x, 'status') === 'preview'
      return [
        at(preview ? previewFlags : startFlags, 'redaction'),
        ...optional(attributionFlags, 'referralAttribution'),
      ]
    }
    case 'webhook.deliver':
      return memberOf(x, 'received') !== true || memberOf(x, 'duplicate') === true
        ? []
        : [at(['rawStripeIdsIncluded'], 'redaction')]
    case 'decision.read':
      return [
        at(decisionFlags, 'redaction'),
        ...optional(['privateDataIncluded', 'rawStripeIdsIncluded'], 'checkout'),
      ]
    case 'decision.record':
      return [at(decisionFlags, 'redaction'), ...optional(decisionFlags, 'decision')]
    case 'click.record':
      return [at(clickFlags)]
    case 'ledger.record':
      return [at(ledgerFlags, 'redaction')]
    case 'owner.act':
      return [at([], 'redaction')]
    default:
      return []
  }
}

const known = new Set<string>([
  ...startFlags,
  ...attributionFlags,
  ...decisionFlags,
  ...clickFlags,
  ...ledgerFlags,
])

/** Flags anywhere in an answer that say `true`: in a `redaction` object, under a declared name, or of that manner. */
export function raisedFlags(x: Exchange): { readonly pointer: string; readonly name: string }[] {
  return [...objectsIn(jsonOf(x), '/response/body')].flatMap(({ pointer, object }) =>
    Object.entries(object).flatMap(([name, value]) =>
      value === true &&
      (pointer.endsWith('/redaction') || known.has(name) || /^(?:raw|private)[A-Za-z]*Included$/.test(name))
        ? [{ pointer: `${pointer}/${name}`, name }]
        : [],
    ),
  )
}

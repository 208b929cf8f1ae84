import type { Exchange } from '../transcript.ts'
import { jsonOf, objectsIn } from './look.ts'

const person = '(?:owner|actor|reviewer|admin|administrator|operator|staff|user|account|member)'
const identifying = new RegExp(
  `^(?:${person}_?(?:id|e_?mail|name|user_?id|user_?name|login|identity|session(?:_?id)?|subject|sub|account(?:_?id)?|display_?name|full_?name|phone|ip)|${person}|(?:reviewed|approved|performed|acted|created|updated|held|reversed)_?by(?:_?(?:id|e_?mail|name|user_?id))?)$`,
  'i',
)
const role =
  /^(?:site_?|workspace_?|platform_?)?(?:owner|admin|administrator|reviewer|operator|staff|system|role|owner_session|user)$/i
/** Bounded, so that a long text without an `@` is read once and not from each of its characters on. */
const address = /[^\s@"<>]{1,64}@[^\s@"<>]{1,255}\.[A-Za-z]{2,}/

/** Members of an answer that tell who acted: by name with a value that is no role, or by an address anywhere. */
export function ownerIdentityIn(x: Exchange): { readonly pointer: string; readonly why: string }[] {
  return [...objectsIn(jsonOf(x), '/response/body')].flatMap(({ pointer, object }) =>
    Object.entries(object).flatMap(([name, value]) => {
      const at = `${pointer}/${name}`
      if (typeof value === 'string' && address.test(value)) return [{ pointer: at, why: 'an email address' }]
      const says =
        (typeof value === 'string' && value !== '' && !role.test(value)) || typeof value === 'number'
      return says && identifying.test(name) ? [{ pointer: at, why: `the member ${name}` }] : []
    }),
  )
}

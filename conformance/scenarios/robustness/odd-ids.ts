import { readDecision } from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** Ids as they stand in a URL. */
const ids: [variant: string, id: string][] = [
  ['lone-percent', '%'],
  ['no-hexadecimal', '%zz%2'],
  ['cut-utf-8', '%E0%A4'],
  ['overlong-utf-8', '%C0%AF'],
  ['surrogate', '%ED%A0%80'],
  ['nul', 'id%00id'],
  ['quotes', '%27%22%60%3B--'],
  ['long', 'x'.repeat(2048)],
  ['dots', '..%2F..%2Fid'],
  ['line-break', 'id%0D%0Aid:%20id'],
  ['braces', '%7B%22id%22%3A%7B%7D%7D'],
  ['prototype', '__proto__'],
  ['blank', '%20'],
  ['number', '0'],
  ['beyond-latin', '%F0%9F%92%A5'],
]

export const robustnessOddIds: Scenario = {
  id: 'robustness/odd-ids',
  profile: 'public',
  writes: false,
  title: 'every read and page that takes an id, with ids that nobody has and that are hard to read',
  drive: async (driver) => {
    const { checkout, decisions, postPurchase, success } = driver.contract.routes
    const places: [operation: Operation, prefix: string][] = [
      ['decision.read', `${decisions}?checkoutIntentId=`],
      ['checkout.redirect', `${checkout}/redirect/`],
      ['page.success', `${success}?checkout_intent_id=`],
      ['page.post-purchase', `${postPurchase}/`],
    ]
    await readDecision(driver, 'nobody', { step: 'plain-id' })
    for (const [operation, prefix] of places) {
      for (const [variant, id] of ids) {
        await driver.send({ operation, step: 'odd-id', variant, path: `${prefix}${id}` })
      }
    }
    for (const [operation, prefix] of places.filter(([, prefix]) => prefix.endsWith('='))) {
      const name = prefix.slice(prefix.indexOf('?') + 1, -1)
      for (const [variant, query] of [
        ['twice', `${name}=a&${name}=b`],
        ['in-brackets', `${name}[]=a&${name}[b]=c`],
        ['without-value', name],
      ] as const) {
        const path = `${prefix.slice(0, prefix.indexOf('?'))}?${query}`
        await driver.send({ operation, step: 'odd-id', variant, path })
      }
    }
  },
}

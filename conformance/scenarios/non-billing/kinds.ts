import { givenPaid } from '../../drive/given.ts'
import { decide } from '../../drive/verbs.ts'
import type { Json } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

export const unknownKinds: Scenario = {
  id: 'non-billing/unknown-kinds',
  profile: 'sandbox',
  title: 'decision kinds that are not on the seeded list, near ones and inherited names among them',
  drive: async (driver) => {
    const { decisions } = driver.contract
    const seeded = decisions.map(({ decisionKind }) => decisionKind)
    const [kind = '', offer = ''] = [decisions[0]?.decisionKind, decisions[0]?.presentedOfferId]
    const variants: readonly (readonly [variant: string, value: Json])[] = [
      ['upper-case', kind.toUpperCase()],
      ['capitalised', kind.slice(0, 1).toUpperCase() + kind.slice(1)],
      ['outer-blanks', ` ${kind} `],
      ['suffix', `${kind}s`],
      ['contained', `not_${kind}`],
      ['prefix', [...kind].slice(0, -1).join('')],
      ['other-joint', kind.includes('_') ? kind.replaceAll('_', '-') : `${kind}_`],
      ['offer-id', offer],
      ['charge', 'charge_upsell_now'],
      ['pattern', '.*'],
      ['constructor', 'constructor'],
      ['proto', '__proto__'],
      ['to-string', 'toString'],
      ['in-array', [kind]],
      ['in-object', { decisionKind: kind }],
      ['number', 0],
    ]
    const intent = await givenPaid(driver)
    const refused: { readonly variant: string; readonly key: string }[] = []
    for (const [variant, decisionKind] of variants) {
      if (typeof decisionKind === 'string' && seeded.includes(decisionKind)) continue
      const key = driver.canaries.mint('idempotency-key')
      refused.push({ variant, key })
      await decide(driver, intent, { decisionKind, idempotencyKey: key }, { step: 'unknown', variant })
    }
    // A key that was refused is still free: with a seeded kind it is the first.
    for (const { variant, key } of refused.slice(0, 1)) {
      await decide(driver, intent, { idempotencyKey: key }, { step: 'known', variant })
    }
    const path = driver.contract.routes.sourceData
    await driver.send({ operation: 'source-data.read', path, step: 'counts' })
  },
}

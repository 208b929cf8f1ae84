import { givenPaid } from '../../drive/given.ts'
import { decide, readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { swappedCase, tellsCases } from '../letter-case.ts'

export const lookAlikeIds: Scenario = {
  id: 'eligibility/look-alike-ids',
  profile: 'sandbox',
  title: 'ids that are almost that of a paid intent, and none: read, and given a complete decision',
  drive: async (driver) => {
    const { intentId, updatedAt } = await givenPaid(driver)
    const ids: [variant: string, id: string][] = [
      ['longer', `${intentId}0`],
      ['shorter', intentId.slice(0, -1)],
      ['with-wildcard', `${intentId.slice(0, -1)}%`],
      ['with-nul', `${intentId}\u0000x`],
      ...(tellsCases(intentId) ? [['other-case', swappedCase(intentId)] satisfies [string, string]] : []),
    ]
    for (const [variant, almost] of ids) {
      await readDecision(driver, almost, { step: 'read', variant })
      await decide(driver, { intentId: almost, updatedAt }, {}, { step: 'decide', variant })
    }
    // Who names no intent is not shown the latest one.
    await readDecision(driver, null, { step: 'read', variant: 'none' })
    await readDecision(driver, '', { step: 'read', variant: 'empty' })
  },
}

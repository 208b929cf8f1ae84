import { withKeyInHeader } from '../../drive/changed.ts'
import { givenClick, givenPaid, readState } from '../../drive/given.ts'
import { click, decide, decisionRequest, ledgerRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const headerKeys: Scenario = {
  id: 'idempotency/header-keys',
  profile: 'sandbox',
  title: 'keys in the header, in the body, in both, and one key for several operations',
  drive: async (driver) => {
    const { canaries, contract } = driver
    const takesClicks = takesReferrals(contract)
    const referralClickId = takesClicks ? await givenClick(driver) : undefined
    const key = canaries.mint('idempotency-key')
    const intent = await givenPaid(driver)
    const inHeader = decisionRequest(driver, intent, { idempotencyKey: undefined }, { step: 'header-first' })
    const headers = [['idempotency-key', key]] as const
    await driver.send({ ...inHeader, headers })
    await decide(driver, intent, { idempotencyKey: key }, { step: 'body-again' })
    await driver.send({ ...inHeader, headers, step: 'header-again' })

    const shared = canaries.mint('idempotency-key')
    const other = await givenPaid(driver, { idempotencyKey: shared })
    const inBody = decisionRequest(driver, other, { idempotencyKey: shared }, { step: 'shared-decision' })
    await driver.send(inBody)
    // The body wins: the header names a key that stands for something else.
    await driver.send({ ...inBody, headers, step: 'both' })
    if (!takesClicks) return
    await click(driver, { idempotencyKey: shared }, { step: 'shared-click' })
    const attributed = await givenPaid(driver, { referralClickId })
    const tags = { step: 'header-first', variant: 'ledger' }
    const entry = ledgerRequest(driver, attributed.intentId, {}, tags)
    await driver.send(withKeyInHeader(entry))
    await driver.send({ ...entry, step: 'body-again' })
    const { idempotencyKey } = entry.json as { readonly idempotencyKey: string }
    // Evidence may move the intent's time.
    const state = await readState(driver, attributed.intentId, { step: 'read-attributed' })
    await decide(driver, state, { idempotencyKey }, { step: 'shared-decision', variant: 'ledger' })
  },
}

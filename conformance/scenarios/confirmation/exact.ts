import { readRedirect, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Members } from '../../drive/verbs.ts'
import type { Driver } from '../../drive/driver.ts'
import type { Scenario } from '../scenario.ts'

export const exactText: Scenario = {
  id: 'confirmation/exact',
  profile: 'sandbox',
  title: 'starts with the exact text, also under keys that only previews carried before',
  drive: async (driver) => {
    const { texts } = driver.contract
    await startAfter(driver, 'fresh', null)
    await startAfter(driver, 'after-no-text', { confirmationText: undefined })
    await startAfter(driver, 'after-wrong-text', { confirmationText: texts.decision })
    await startAfter(driver, 'after-preview-only', { previewOnly: true })
    await start(driver, { idempotencyKey: undefined }, { step: 'exact', variant: 'without-key' })
  },
}

/** A confirmed start, under a key that a preview has carried before unless `before` is null. */
async function startAfter(driver: Driver, variant: string, before: Members | null): Promise<void> {
  const members = {
    idempotencyKey: driver.canaries.mint('idempotency-key'),
    buyerEmail: driver.canaries.mint('buyer-email'),
    agentClientId: driver.canaries.mint('agent-client-id'),
  }
  if (before !== null) await start(driver, { ...members, ...before }, { step: 'preview', variant })
  const { json } = await start(driver, members, { step: 'exact', variant })
  const intentId = member(json, 'checkoutIntentId')
  if (typeof intentId === 'string') await readRedirect(driver, intentId, { step: 'redirect', variant })
}

import type { Driver } from '../../drive/driver.ts'
import { givenPaid } from '../../drive/given.ts'
import { click, decide, start } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

interface NearKey {
  readonly variant: string
  readonly key: string
}

/** Keys that a folding or truncating comparison takes for the same as the base key. */
interface NearKeys {
  readonly base: NearKey
  readonly near: readonly NearKey[]
}

export const exactKeys: Scenario = {
  id: 'idempotency/exact-keys',
  profile: 'sandbox',
  title: 'keys that differ in case, blanks, accents, or only before or after a long common part',
  drive: async (driver) => {
    for (const { base, near } of [...shortKeys(driver), longKeys(driver, 300)]) {
      const intent = await givenPaid(driver)
      await decide(driver, intent, { idempotencyKey: base.key }, { step: 'decision', variant: base.variant })
      for (const { variant, key } of near) {
        await decide(driver, intent, { idempotencyKey: key }, { step: 'decision', variant })
      }
    }
    if (takesReferrals(driver.contract)) await clicks(driver)
    // Stripe takes keys of up to 255 characters, so that longer ones may well fail behind a start.
    for (const { base, near } of shortKeys(driver)) {
      // The same body each time: another one could be told apart by that.
      const alike = {
        buyerEmail: driver.canaries.mint('buyer-email'),
        agentClientId: driver.canaries.mint('agent-client-id'),
      }
      for (const { variant, key } of [base, ...near]) {
        await start(driver, { ...alike, idempotencyKey: key }, { step: 'start', variant })
      }
    }
  },
}

async function clicks(driver: Driver): Promise<void> {
  for (const { base, near } of [...shortKeys(driver), longKeys(driver, 300)]) {
    const alike = { anonymousVisitorKey: driver.canaries.mint('visitor-key') }
    for (const { variant, key } of [base, ...near]) {
      await click(driver, { ...alike, idempotencyKey: key }, { step: 'click', variant })
    }
  }
}

/** The keys that every write takes. */
function shortKeys(driver: Driver): NearKeys[] {
  return [
    plainKeys(driver),
    wordKeys(driver),
    accentKeys(driver),
    longKeys(driver, 200),
    endingKeys(driver, 200),
  ]
}

/** Without a blank, for a target that takes no blanks in a key. */
export function plainKeys(driver: Driver): NearKeys {
  const core = driver.canaries.mint('idempotency-key')
  return {
    base: keyOf(driver, 'plain', core),
    near: [
      keyOf(driver, 'plain:case', core.toUpperCase()),
      keyOf(driver, 'plain:no-hyphen', core.replaceAll('-', '')),
      keyOf(driver, 'plain:outer-blanks', ` ${core} `),
    ],
  }
}

function wordKeys(driver: Driver): NearKeys {
  const core = driver.canaries.mint('idempotency-key')
  return {
    base: keyOf(driver, 'words', `${core} of e`),
    near: [
      keyOf(driver, 'words:double-blank', `${core}  of e`),
      keyOf(driver, 'words:no-blank', `${core}of e`),
      keyOf(driver, 'words:accent', `${core} of é`),
    ],
  }
}

/** Two ways to write one letter, and another letter that falls together with it where only ASCII is kept. */
function accentKeys(driver: Driver): NearKeys {
  const core = driver.canaries.mint('idempotency-key')
  return {
    base: keyOf(driver, 'accent', `${core} of \u00e9`),
    near: [
      keyOf(driver, 'accent:decomposed', `${core} of e\u0301`),
      keyOf(driver, 'accent:other', `${core} of \u00e8`),
    ],
  }
}

/** Two keys that are equal in their last `length` characters. */
function endingKeys(driver: Driver, length: number): NearKeys {
  const common = driver.canaries.mint('idempotency-key').padStart(length, 'k')
  return {
    base: keyOf(driver, `ending-${length}`, `a${common}`),
    near: [keyOf(driver, `ending-${length}:first`, `b${common}`)],
  }
}

/** Two keys that are equal in their first `length` characters. */
export function longKeys(driver: Driver, length: number): NearKeys {
  const common = driver.canaries.mint('idempotency-key').padEnd(length, 'k')
  return {
    base: keyOf(driver, `long-${length}`, `${common}a`),
    near: [keyOf(driver, `long-${length}:last`, `${common}b`)],
  }
}

function keyOf({ canaries }: Driver, variant: string, key: string): NearKey {
  canaries.learn('idempotency-key', key)
  return { variant, key }
}

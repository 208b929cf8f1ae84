import { withKeyInHeader } from '../../drive/changed.ts'
import type { Driver, Sending } from '../../drive/driver.ts'
import { givenPaid } from '../../drive/given.ts'
import { clickRequest, decisionRequest, startRequest } from '../../drive/verbs.ts'
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
  title:
    'keys that differ in case, blanks, accents, or only before or after a long common part; the first ones again',
  drive: async (driver) => {
    let began = driver.now()
    const sent: Sending[] = []
    const send = async (request: Sending): Promise<void> => {
      sent.push(request)
      await driver.send(request)
    }
    for (const { base, near } of [...shortKeys(driver), longKeys(driver, 300)]) {
      const intent = await givenPaid(driver)
      for (const { variant, key } of [base, ...near]) {
        const tags = { step: 'decision', variant }
        await send(decisionRequest(driver, intent, { idempotencyKey: key }, tags))
      }
    }
    await inHeaders(driver, send)
    if (takesReferrals(driver.contract)) {
      await clicks(driver, send)
      began = driver.now()
    }
    // Stripe takes keys of up to 255 characters, so that longer ones may well fail behind a start.
    for (const { base, near } of shortKeys(driver)) {
      // The same body each time: another one could be told apart by that.
      const alike = {
        buyerEmail: driver.canaries.mint('buyer-email'),
        agentClientId: driver.canaries.mint('agent-client-id'),
      }
      for (const { variant, key } of [base, ...near]) {
        await send(startRequest(driver, { ...alike, idempotencyKey: key }, { step: 'start', variant }))
      }
    }
    // Keys are remembered for longer than a moment, and whatever came in between.
    await driver.pause('late', Math.max(0, 1600 - (driver.now() - began)))
    for (const request of sent.filter(({ variant }) => variant === 'plain'))
      await driver.send({ ...request, step: `late-${request.step}` })
  },
}

/** Header names fold, and some fold the values along with them. */
async function inHeaders(driver: Driver, send: (request: Sending) => Promise<void>): Promise<void> {
  const intent = await givenPaid(driver)
  const core = driver.canaries.mint('idempotency-key')
  for (const { variant, key } of [
    keyOf(driver, 'header', `${core}-a`),
    keyOf(driver, 'header:case', `${core.toUpperCase()}-A`),
    keyOf(driver, 'header:last', `${core}-b`),
  ]) {
    const tags = { step: 'decision', variant }
    await send(withKeyInHeader(decisionRequest(driver, intent, { idempotencyKey: key }, tags)))
  }
}

async function clicks(driver: Driver, send: (request: Sending) => Promise<void>): Promise<void> {
  for (const { base, near } of [...shortKeys(driver), longKeys(driver, 300)]) {
    const alike = { anonymousVisitorKey: driver.canaries.mint('visitor-key') }
    for (const { variant, key } of [base, ...near]) {
      await send(clickRequest(driver, { ...alike, idempotencyKey: key }, { step: 'click', variant }))
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

export function wordKeys(driver: Driver): NearKeys {
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

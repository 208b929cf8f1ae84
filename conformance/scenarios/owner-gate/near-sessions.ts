import type { Header } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { bodiesFor } from './strangers.ts'

type Change = (credential: string) => string | undefined

/** Changes of a credential that no issuer would take for the same. */
const changes: [variant: string, change: Change][] = [
  ['shorter', (credential) => (credential.length > 8 ? credential.slice(0, -1) : undefined)],
  ['longer', (credential) => `${credential}x`],
  ['doubled', (credential) => `${credential}${credential}`],
  ['other-case', swapCase],
  ['empty', () => ''],
  ['reversed', (credential) => other(credential, [...credential].reverse().join(''))],
]

export const ownerGateNearSessions: Scenario = {
  id: 'owner-gate/near-sessions',
  profile: 'owner',
  title: "the owner route with almost the owner's session",
  drive: async (driver) => {
    const { canaries, contract, ownerHeaders } = driver
    if (ownerHeaders === null) return
    const path = contract.routes.ownerActions
    const [, body = '{}'] = bodiesFor(driver)[0] ?? []
    await driver.send({ operation: 'owner.read', step: 'owner', path, headers: ownerHeaders })
    for (const [variant, change] of changes) {
      const headers = changed(ownerHeaders, change)
      if (headers === undefined) continue
      // Almost the session is as good as a part of it: it must not stand in a transcript.
      for (const [, value] of variant === 'empty' ? [] : headers)
        canaries.learn('owner-session', value.replace(/^\S+\s+/, ''))
      await driver.send({ operation: 'owner.read', step: 'read', variant, path, headers })
      await driver.send({
        operation: 'owner.act',
        step: 'act',
        variant,
        method: 'POST',
        path,
        headers: [['content-type', 'application/json'], ...headers],
        body,
      })
    }
  },
}

/** Every header with its credentials changed; undefined where the change leaves one as it is. */
function changed(headers: readonly Header[], change: Change): Header[] | undefined {
  const made: Header[] = []
  for (const [name, value] of headers) {
    const next = name.toLowerCase() === 'cookie' ? changedCookies(value, change) : changedValue(value, change)
    if (next === undefined) return undefined
    made.push([name, next])
  }
  return made
}

/** The scheme (`Bearer`) stays: it is no secret, and its case has no meaning (RFC 9110, section 11.1). */
function changedValue(value: string, change: Change): string | undefined {
  const [, scheme = '', credential = ''] = /^(\S+\s+)?(.*)$/.exec(value) ?? []
  const next = /^basic\s/i.test(scheme) ? changedBasic(credential, change) : change(credential)
  return next === undefined ? undefined : `${scheme}${next}`
}

/** Changes what the base64 of a Basic credential says: its last characters may say nothing, and many readers skip them. */
function changedBasic(credential: string, change: Change): string | undefined {
  const next = change(Buffer.from(credential, 'base64').toString())
  return next === undefined ? undefined : Buffer.from(next).toString('base64')
}

function changedCookies(value: string, change: Change): string | undefined {
  const pairs = value.split(/;\s*/).map((pair) => {
    const [name = '', ...rest] = pair.split('=')
    const next = change(rest.join('='))
    return next === undefined ? undefined : `${name}=${next}`
  })
  return pairs.includes(undefined) ? undefined : pairs.join('; ')
}

/** Hexadecimal ids (a UUID) mean the same in either case. */
function swapCase(credential: string): string | undefined {
  if (/^[0-9a-f-]*$/i.test(credential)) return undefined
  const swapped = [...credential].map((letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  )
  return other(credential, swapped.join(''))
}

function other(credential: string, next: string): string | undefined {
  return next === credential ? undefined : next
}

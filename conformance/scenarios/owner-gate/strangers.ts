import type { Driver } from '../../drive/driver.ts'
import { ownerRequest } from '../../drive/verbs.ts'
import type { Header } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** Who knocks: no session, or one that nobody issued. */
function strangers({ origin, random }: Driver): [variant: string, headers: readonly Header[]][] {
  const hex = Buffer.from(random(24)).toString('hex')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { sub: 'owner', role: 'owner', roles: ['owner'], owner: true, exp: 4_102_444_800 }
  const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
  const forged = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from(random(32)).toString('base64url')}`
  const bearer = (token: string): readonly Header[] => [['authorization', `Bearer ${token}`]]
  return [
    ['no-session', []],
    ['any-bearer', bearer(hex)],
    ['empty-authorization', [['authorization', '']]],
    ['bare-bearer', [['authorization', 'Bearer']]],
    ['empty-bearer', [['authorization', 'Bearer  ']]],
    ['unsigned-jwt', bearer(unsigned)],
    ['forged-jwt', bearer(forged)],
    ['basic', [['authorization', `Basic ${Buffer.from('owner:owner').toString('base64')}`]]],
    ...['owner', 'admin', 'test', 'secret', 'changeme', 'undefined', 'null', 'true', 'owner-token'].map(
      (token): [string, readonly Header[]] => [`usual-token-${token}`, bearer(token)],
    ),
    [
      'foreign-session',
      [['cookie', `session=${hex}; sid=${hex}; owner_session=${hex}; __session=${forged}`]],
    ],
    ['empty-cookie', [['cookie', 'session=; owner_session=; sid=']]],
    ['cookie-claims', [['cookie', 'owner=true; role=owner; isOwner=1; admin=1; user=owner']]],
    [
      'header-claims',
      [
        ['x-owner', 'true'],
        ['x-role', 'owner'],
        ['x-user-role', 'owner'],
        ['x-actor-role', 'owner'],
      ],
    ],
    [
      'more-header-claims',
      [
        ['x-owner-session', hex],
        ['x-owner-id', 'owner'],
        ['x-user-id', 'owner'],
        ['x-admin', '1'],
        ['x-is-owner', '1'],
        ['x-authenticated-user', 'owner'],
        ['remote-user', 'owner'],
      ],
    ],
    [
      'proxy-claims',
      [
        ['x-forwarded-user', 'owner'],
        ['x-forwarded-for', '127.0.0.1'],
        ['x-real-ip', '127.0.0.1'],
        ['x-forwarded-host', 'localhost'],
      ],
    ],
    [
      'from-its-own-pages',
      [
        ['origin', new URL(origin).origin],
        ['referer', new URL('/admin', origin).href],
        ['sec-fetch-site', 'same-origin'],
        ['x-requested-with', 'XMLHttpRequest'],
      ],
    ],
    ['api-key', [['x-api-key', hex]]],
  ]
}

/** What they send: the answer must not depend on it. The owner's text is public knowledge to whoever reads the docs. */
export function bodiesFor(driver: Driver): [name: string, body: string][] {
  const claims = { role: 'owner', actorRole: 'owner', actorKind: 'owner', isOwner: true }
  const members = { commissionLedgerId: 'commission-ledger-of-nobody', expectedUpdatedAt: 1, ...claims }
  const complete = ownerRequest(driver, members, { step: 'body' }, []).json
  return [
    ['complete', JSON.stringify(complete)],
    ['malformed', '{"commissionLedgerId":'],
    ['empty', ''],
    ['empty-object', '{}'],
    ['array', '[]'],
  ]
}

export const ownerGateStrangers: Scenario = {
  id: 'owner-gate/strangers',
  profile: 'public',
  title: 'the owner route, read and written without a valid session, with good and bad bodies',
  drive: async (driver) => {
    const path = driver.contract.routes.ownerActions
    const bodies = bodiesFor(driver)
    for (const [variant, headers] of strangers(driver)) {
      await driver.send({ operation: 'owner.read', step: 'read', variant, path, headers })
      // Every body for who has nothing at all; the complete one for the others.
      for (const [name, body] of variant === 'no-session' ? bodies : bodies.slice(0, 1)) {
        await driver.send({
          operation: 'owner.act',
          step: 'act',
          variant: `${variant}/${name}`,
          method: 'POST',
          path,
          headers: [['content-type', 'application/json'], ...headers],
          body,
        })
      }
    }
    const token = Buffer.from(driver.random(24)).toString('hex')
    for (const [variant, query] of [
      ['query-claims', 'owner=true&role=owner&token=owner'],
      ['query-token', `access_token=${token}&token=${token}&session=${token}&api_key=${token}&key=${token}`],
    ] as const) {
      const claims = `${path}?${query}`
      await driver.send({ operation: 'owner.read', step: 'read', variant, path: claims })
    }
  },
}

import { describe, expect, test } from 'vitest'
import { openResults } from './gateway.fixture.ts'
import { always } from './hostile/always.fixture.ts'
import { attack, expectWithstood, secrets } from './hostile/attack.fixture.ts'
import { fronts, listenBehind } from './hostile/front.fixture.ts'
import { listen } from './hostile/server.fixture.ts'

/** Enough of the suite for a target that answers whatever it is asked, and so is driven to the end. */
const aPart = 'SRC-*,CNF-*,RED-01,ROB-*'

describe('a target that does one thing wrong, whatever it is asked', () => {
  for (const { name, answer, answers } of always) {
    test(name, { timeout: 60_000 }, async () => {
      const server = await listen(answer)
      try {
        const attacked = await attack(server.origin, answers === true ? aPart : null)
        expectWithstood(attacked, server.received)
        expect(attacked.result.record.verdict).not.toBe('conformant')
        expect(attacked.result.record.checks.filter(({ status }) => status === 'pass')).toEqual([])
      } finally {
        await server.close()
      }
    })
  }
})

describe('a correct gateway behind a front that misbehaves', () => {
  for (const front of fronts) {
    test(front.name, { timeout: 60_000 }, async () => {
      const server = await listenBehind(front)
      try {
        const attacked = await attack(server.origin, 'SRC-*,CNF-01,CNF-04,ELG-01,RED-01')
        expectWithstood(attacked, server.received)
        if (front.harmless === true) expect(openResults(attacked.result)).toEqual([])
        else if (front.odd !== true) expect(attacked.result.record.verdict).not.toBe('conformant')
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      } finally {
        await server.close()
      }
    })
  }
})

describe('a redirect to somebody else', () => {
  test('is not followed, so nobody else hears anything', { timeout: 60_000 }, async () => {
    const other = await listen((_request, response) => void response.writeHead(200).end('{"ok":true}'))
    const server = await listen(({ path }, response) => {
      response.writeHead(path.length % 2 === 0 ? 307 : 308, { location: `${other.origin}${path}` }).end()
    })
    try {
      const attacked = await attack(server.origin, aPart)
      expectWithstood(attacked, server.received)
      expect(attacked.result.record.verdict).not.toBe('conformant')
      expect(other.received).toEqual([])
      expect(JSON.stringify(server.received)).not.toContain(secrets.webhookSecret)
    } finally {
      await server.close()
      await other.close()
    }
  })
})

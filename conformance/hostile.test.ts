import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { spawnScript } from './cli.fixture.ts'
import { openResults } from './gateway.fixture.ts'
import { always } from './hostile/always.fixture.ts'
import { attack, secrets } from './hostile/attack.fixture.ts'
import { fronts, listenBehind } from './hostile/front.fixture.ts'
import { listen } from './hostile/server.fixture.ts'
import { expectWithstood } from './hostile/withstood.fixture.ts'

/** Enough of the suite for a target that answers whatever it is asked, and so is driven to the end. */
const aPart = 'SRC-*,CNF-*,RED-01,ROB-*'

describe('a target that does one thing wrong, whatever it is asked', () => {
  for (const { name, answer, answers, part = aPart } of always) {
    test(name, async () => {
      const server = await listen(answer)
      try {
        const attacked = await attack(server.origin, answers === true ? part : null)
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
    test(front.name, async () => {
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

describe('memory, in a process of its own', () => {
  const worst = always.filter(({ name }) =>
    /gzip bomb$|large body|without end, with long|nested lists|echo/.test(name),
  )
  test.each(worst)('$name', async ({ answer, answers }) => {
    const server = await listen(answer)
    try {
      const file = join(import.meta.dirname, 'hostile/child.fixture.ts')
      const given = answers === true ? [server.origin, aPart] : [server.origin]
      const { said } = await spawnScript(file, given, import.meta.dirname)
      const { mebibytes, verdict } = JSON.parse(said) as { mebibytes: number; verdict: string }
      expect(mebibytes, said).toBeLessThan(256)
      expect(verdict).not.toBe('conformant')
    } finally {
      await server.close()
    }
  })
})

describe('a redirect to somebody else', () => {
  test('is not followed, so nobody else hears anything', async () => {
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

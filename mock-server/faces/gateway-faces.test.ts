import { describe, expect, it } from 'vitest'
import { readContract } from '../../contracts/seed-file.ts'
import { openers } from './every-face.fixture.ts'
import type { Seen } from './seen.fixture.ts'
import { member, repeatableGateway, story } from './story.fixture.ts'

const contract = readContract(new URL('../../seeds/checkout-offer-source-data.json', import.meta.url))
const origin = 'http://gateway.test'

async function storyThrough(name: string): Promise<readonly Seen[]> {
  const gateway = repeatableGateway(contract, origin)
  const opened = await openers[name]?.(gateway.fetch, origin)
  if (opened === undefined) throw new Error(`no face is called ${name}`)
  try {
    return await story(contract, opened.face)
  } finally {
    await opened.close()
    await gateway.close()
  }
}

describe('the gateway behind its faces', () => {
  it('tells the same story byte for byte', async () => {
    const served = await storyThrough('node:http')
    expect(served.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 400, 400, 404, 401, 405, 200, 303, 200, 200, 200, 200,
    ])
    expect(member(served.at(-1), 'status')).toBe('post_purchase_decision_recorded')
    for (const name of Object.keys(openers).filter((other) => other !== 'node:http')) {
      expect(await storyThrough(name), name).toEqual(served)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { readContract } from '../../../contracts/seed-file.ts'
import { deriveContract } from '../../../contracts/derive.ts'
import { numbersIn } from '../../judge/numbers.ts'
import { commissionsOf, grossOf } from './commission.ts'

const base = readContract(new URL('../../../seeds/checkout-offer-source-data.json', import.meta.url))

function contractWith(primaryCents: number, bumpCents: number, primaryBps: number, bumpBps: number) {
  const seed = structuredClone(base.seed)
  const [stack] = seed.stacks
  const [bump] = stack?.orderBumps ?? []
  if (stack === undefined || bump === undefined) throw new TypeError('the seed has a stack with a bump')
  stack.primaryOffer.unitAmountCents = primaryCents
  bump.unitAmountCents = bumpCents
  return deriveContract(seed, { ...base.settings, commissionRates: { primaryBps, bumpBps } })
}

const bumpIds = base.allowedBumps.map(({ priceId }) => priceId)

describe('the commission of a basket', () => {
  test('each line is rounded on its own: the rounded sum would be another', () => {
    const contract = contractWith(101, 101, 1400, 1400)
    expect(grossOf(contract, bumpIds)).toBe(202)
    expect([...commissionsOf(contract, bumpIds)]).toEqual([28])
    expect([...commissionsOf(contractWith(104, 104, 1400, 1400), bumpIds)]).toEqual([30])
  })
  test('a half cent may go up or to the even cent, and never down to an odd one', () => {
    expect([...commissionsOf(contractWith(905, 0, 3000, 0), [])].sort()).toEqual([272])
    expect([...commissionsOf(contractWith(915, 0, 3000, 0), [])].sort()).toEqual([274, 275])
  })
  test('a bump that was not bought earns nothing, and amounts beyond floats stay exact', () => {
    expect([...commissionsOf(contractWith(900, 1900, 3000, 1000), [])]).toEqual([270])
    expect([...commissionsOf(contractWith(9_007_199_254_740_991, 0, 3333, 0), [])]).toEqual([
      3_002_099_511_605_172,
    ])
  })
})

describe('the numbers of an aggregate', () => {
  test('stand under the words of their group, so that a new group moves no other', () => {
    const before = numbersIn([{ status: 'a', total: 1 }])
    const after = numbersIn([
      { status: 'b', total: 1 },
      { status: 'a', total: 2 },
    ])
    expect([...before]).toEqual([['/status=a/total', 1]])
    expect(after.get('/status=a/total')).toBe(2)
    expect(after.get('/status=b/total')).toBe(1)
  })
})

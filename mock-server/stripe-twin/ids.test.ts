import { describe, expect, it } from 'vitest'
import { base62Text, cryptoRandom, seededRandom, stripeId } from './ids.ts'

describe('stripeId', () => {
  it('has the prefix, the length, and always a digit and an upper-case letter', () => {
    const random = seededRandom(1)
    for (let round = 0; round < 2000; round++) {
      expect(stripeId('pi', 24, random)).toMatch(/^pi_(?=.*\d)(?=.*[A-Z])[0-9A-Za-z]{24}$/)
      expect(base62Text(2, random)).toMatch(/^(?=.*\d)(?=.*[A-Z])..$/)
    }
  })

  it('gives the same ids for the same seed and others for another', () => {
    const ids = (seed: number): string[] => {
      const random = seededRandom(seed)
      return [stripeId('evt', 24, random), stripeId('cs_test', 58, random)]
    }
    expect(ids(7)).toEqual(ids(7))
    expect(ids(7)).not.toEqual(ids(8))
  })

  it('does not repeat with the platform’s randomness', () => {
    const ids = new Set(Array.from({ length: 500 }, () => stripeId('cus', 14, cryptoRandom)))
    expect(ids.size).toBe(500)
  })
})

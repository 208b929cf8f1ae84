import { expect, test } from 'vitest'
import { nearMisses } from './near-misses.ts'

test.each(['Paid 🗼', '🗼 paid', '🗼🗼🗼', '🗼paid🗼', '🗼'])(
  'no near miss of %s halves a character',
  (text) => {
    const halved = nearMisses({ text, others: [] }).filter(
      ({ text: near }) => typeof near === 'string' && /\p{Surrogate}/u.test(near),
    )
    expect(halved).toEqual([])
  },
)

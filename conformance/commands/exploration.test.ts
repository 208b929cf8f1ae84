import { describe, expect, test } from 'vitest'
import { UsageError } from './edge.ts'
import { explorationOf } from './exploration.ts'

describe('how far to explore', () => {
  test('the command line goes before the configuration', () => {
    expect(explorationOf({ explore: '3' }, { explore: 9 })).toEqual({ explore: { stories: 3 } })
    expect(explorationOf({}, { explore: 9 })).toEqual({ explore: { stories: 9 } })
  })

  test('nothing said leaves the default to the run', () => {
    expect(explorationOf({}, {})).toEqual({ explore: {} })
  })

  test('a printed seed is taken as it was printed, with its sign', () => {
    expect(explorationOf({ exploreSeed: '-12' }, {})).toEqual({ explore: { seed: -12 } })
  })

  for (const explore of ['', 'many', '1.5', '-1', '10001']) {
    test(`"${explore}" is no number of stories`, () => {
      expect(() => explorationOf({ explore }, {})).toThrow(UsageError)
    })
  }
})

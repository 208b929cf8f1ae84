import { describe, expect, test } from 'vitest'
import { parseSeed } from './load.ts'
import { problemsOf, seedWith } from './seed-edits.fixture.ts'

const pointers = ['/stacks/0/confirmation/checkoutText', '/postPurchaseDecisions/confirmationText']

describe.each(pointers)('%s', (pointer) => {
  test.each([
    ['a line break', 'Buy\nit', 'U+000A'],
    ['a tab', 'Buy\tit', 'U+0009'],
    ['a NUL', 'Buy\u0000it', 'U+0000'],
    ['a C1 control', 'Buy\u0085it', 'U+0085'],
    ['a line separator', 'Buy\u2028it', 'U+2028'],
    ['half a surrogate pair', 'Buy \ud83d it', 'U+D83D'],
  ])('may not have %s', (_name, text, code) => {
    expect(problemsOf(() => parseSeed(seedWith({ [pointer]: text })))).toEqual([
      { pointer, message: `has the character ${code}, which nobody can type into a page: remove it` },
    ])
  })

  test.each(['Buy  it   now', 'Buy\u00a0it', 'Kaufen \u{1f600}', 'cafe\u0301', '\u0633\u200c\u0645'])(
    'may be %j',
    (text) => {
      expect(problemsOf(() => parseSeed(seedWith({ [pointer]: text })))).toEqual([])
    },
  )
})

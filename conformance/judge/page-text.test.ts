import { describe, expect, test } from 'vitest'
import { visibleText } from '../checks/pages/prices.ts'
import { shownTexts } from './page-text.ts'
import { stopwatch } from '../stopwatch.fixture.ts'

describe('the texts that a page shows', () => {
  test('an inline tag and a comment part no word, any other tag does', () => {
    expect(shownTexts('<p>Create <b>check</b>out<!-- --> n<!-- -->ow</p><p>at 9.00</p>')[0]?.trim()).toBe(
      'Create checkout now at 9.00',
    )
  })
  test('attributes are texts, each by itself; scripts, styles and templates are none', () => {
    const html =
      '<a title="1 > 0" href=x>go</a><script>no</script><style>no</style><template><b title=no>no</b></template>'
    expect(shownTexts(html).map((text) => text.trim())).toEqual(['go', '1 > 0', 'x'])
  })
  test('text is decoded once', () => {
    expect(shownTexts('<p title="&amp;lt;">&amp;lt;</p>').map((text) => text.trim())).toEqual([
      '&lt;',
      '&lt;',
    ])
  })
})

/** What takes a careless pattern time by the square of its length. */
const pumped = [
  '<!--',
  '<script>',
  '<script',
  '</script',
  '<template>',
  '<',
  '<b ',
  '<b',
  ' a=',
  '&a',
  '\n',
  '\0',
]

describe('a page that is made to take long', () => {
  test.each(pumped)('%j without end', (piece) => {
    const html = piece.repeat(120_000 / piece.length)
    const took = stopwatch()
    visibleText(html)
    shownTexts(html)
    expect(took()).toBeLessThan(800)
  })
})

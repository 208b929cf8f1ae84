import type { Check } from '../../judge/check.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { isSuccess, show } from '../../judge/look.ts'
import { collapsed, nearestPassage, shownTexts } from '../../judge/page-text.ts'

const scenario = 'source-data/reads'
const step = 'preview-page'

/** So many of the text's words in a row are meant to be the text. */
const meant = 0.75

export const pageText: Check = {
  id: 'confirmation/page-text',
  requirement: 'CNF-05',
  level: 'MUST',
  profile: 'public',
  title: 'a preview page that shows the confirmation text shows the seeded one',
  scenarios: [scenario],
  needs: ['checkout-read', 'pages'],
  judge: ({ contract: { texts }, exchanges }, record) => {
    record.each(exchanges({ scenario, step }), 'the preview page', (x) => {
      if (!isSuccess(x) || !/<[a-z!]/i.test(x.response?.body ?? ''))
        return record.missing('the preview page could not be read')
      const wanted = collapsed(texts.checkout)
      const shown = shownTexts(x.response?.body ?? '')
      const [visible = ''] = shown
      const nearest = shown
        .map((text) => nearestPassage(text, texts.checkout))
        .reduce((best, one) => (one.share > best.share ? one : best))
      // What a buyer reads counts; the right text in an attribute does not make up for another wording on the page.
      const read = nearestPassage(visible, texts.checkout)
      const misread =
        !visible.includes(wanted) && read.share >= meant && firstWord(read.passage) === firstWord(wanted)
      const exact = !misread && shown.some((text) => text.includes(wanted))
      // A page that a script fills shows nothing yet; that is judged with a browser.
      if (!exact && nearest.share < meant)
        return record.notApplicable('the static page shows no confirmation text')
      record.expect(exact, x, {
        message: 'the page shows another wording of the confirmation text',
        expected: show(texts.checkout),
        seen: show(misread ? read.passage : nearest.passage),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the page asks for another wording',
      edit: (editor) =>
        editor.exchange({ scenario, step }, (x) => {
          const { response } = x
          const passage = response?.body.match(/>([^<>]*\d[^<>]*)<\/(?:code|strong|b|p)>/)?.[1]
          if (response === null || passage === undefined) throw new NothingToEdit('the page shows no text')
          const body = response.body.replaceAll(`${passage}<`, `${passage.replace(/ \S+ /, ' something ')}<`)
          return { ...x, response: { ...response, body } }
        }),
    },
  ],
}

function firstWord(text: string): string {
  return text.split(' ')[0]?.toLowerCase() ?? ''
}

import { deriveContract } from '../../../contracts/derive.ts'
import type { Check } from '../../judge/check.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { isSuccess, show } from '../../judge/look.ts'
import { collapsed, decodeEntities, nearestPassage, shownTexts } from '../../judge/page-text.ts'

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
      edit: (editor) => {
        const { header } = editor.transcript()
        const { checkout } = deriveContract(header.seed, header.settings).texts
        editor.exchange({ scenario, step }, (x) => {
          const { response } = x
          return response === null
            ? x
            : { ...x, response: { ...response, body: reworded(response.body, collapsed(checkout)) } }
        })
      },
    },
  ],
}

/** A page on which one word in the middle of the text is another one, wherever it stands in one piece. */
function reworded(html: string, wanted: string): string {
  const words = wanted.split(' ')
  const middle = Math.floor(words.length / 2)
  const other = words.map((word, i) => (i === middle ? 'something' : word)).join(' ')
  const pieces = /(?<=>)[^<>]+(?=<)|(?<==")[^"]*(?=")|(?<==')[^']*(?=')/g
  const edited = html.replace(pieces, (piece) => {
    const shown = collapsed(decodeEntities(piece))
    return shown.includes(wanted) ? escaped(shown.replaceAll(wanted, () => other)) : piece
  })
  if (edited === html || 1 - 1 / words.length < meant)
    throw new NothingToEdit('the page does not show the text in one piece')
  return edited
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function firstWord(text: string): string {
  return text.split(' ')[0]?.toLowerCase() ?? ''
}

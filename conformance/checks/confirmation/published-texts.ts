import type { Check, Recorder } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, isSuccess, member, memberOf, show, statusOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

const reads = 'source-data/reads'
const previews = 'confirmation/preview-only'

export const publishedTexts: Check = {
  id: 'confirmation/published-texts',
  requirement: 'CNF-05',
  level: 'MUST',
  profile: 'public',
  title: 'every read that speaks of a confirmation publishes the seeded text',
  scenarios: [reads, previews],
  needs: ['source-data', 'checkout-read'],
  judge: ({ contract: { seed, texts }, exchanges }, record) => {
    const read = (step: string) => exchanges({ scenario: reads, step })
    record.each(read('source-data'), 'the source data', (x) => {
      for (const [i, stack] of seed.stacks.entries())
        expectText(record, x, ['stacks', i, 'confirmation', 'checkoutText'], stack.confirmation.checkoutText)
      expectText(record, x, ['postPurchaseDecisions', 'confirmationText'], texts.decision)
    })
    record.each(read('checkout'), 'the checkout read contract', (x) => {
      expectText(record, x, ['confirmation', 'text'], texts.checkout)
      expectRequired(record, x)
    })
    record.each(read('decision-contract'), 'the post-purchase read', (x) => {
      const readable = statusOf(x) === 200 && isObject(memberOf(x, 'contract'))
      record.expect(readable, x, {
        message: 'the post-purchase contract cannot be read',
        expected: '200 with the contract',
        seen: `status ${statusOf(x)}`,
        pointer: '/response/body',
      })
      if (!readable) return
      expectText(record, x, ['confirmation', 'text'], texts.decision)
      expectText(record, x, ['contract', 'confirmationText'], texts.decision)
      expectRequired(record, x)
    })
    record.each(exchanges({ scenario: previews }), 'a preview', (x) => {
      if (isSuccess(x)) expectText(record, x, ['confirmation', 'text'], texts.checkout)
      else record.missing('a preview was not given')
    })
  },
  counterexamples: [
    {
      name: 'the checkout text has another quotation mark',
      edit: (editor) =>
        editor.json({ scenario: reads, step: 'checkout' }, (body) => {
          const confirmation = objectAt(body, 'confirmation')
          confirmation['text'] = `${show(confirmation['text'])}’`
        }),
    },
    {
      name: 'the decision text is cut in the source data',
      edit: (editor) =>
        editor.json({ scenario: reads, step: 'source-data' }, (body) => {
          const part = objectAt(body, 'postPurchaseDecisions')
          part['confirmationText'] = show(part['confirmationText']).slice(2, -1)
        }),
    },
    {
      name: 'the preview shows no text',
      edit: (editor) => editor.json({ scenario: previews }, (body) => void delete body['confirmation']),
    },
    {
      name: 'the post-purchase contract is gone',
      edit: (editor) => editor.respond({ scenario: reads, step: 'decision-contract' }, { status: 404 }),
    },
  ],
}

function expectText(record: Recorder, x: Exchange, path: readonly (string | number)[], text: string): void {
  const seen = memberOf(x, ...path)
  record.expect(seen === text, x, {
    message: 'the published confirmation text is not the seeded one',
    expected: show(text),
    seen: show(seen),
    pointer: `/response/body/${path.join('/')}`,
  })
}

function expectRequired(record: Recorder, x: Exchange): void {
  const seen = member(memberOf(x, 'confirmation'), 'required')
  record.expect(seen === true, x, {
    message: 'the read does not say that the confirmation is required',
    expected: 'confirmation.required: true',
    seen: show(seen),
    pointer: '/response/body/confirmation/required',
  })
}

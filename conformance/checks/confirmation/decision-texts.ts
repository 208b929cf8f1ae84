import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/decision-texts'

export const decisionTexts: Check = {
  id: 'confirmation/decision-texts',
  requirement: 'CNF-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision needs its own exact text, and a near miss records nothing',
  scenarios: [scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'near-miss' }), 'a near miss', (x) => {
      const status = statusOf(x) ?? 0
      record.expect(status >= 400 && status < 500 && errorCode(x) !== undefined, x, {
        message: `a decision with the confirmation text "${x.variant ?? ''}" was not refused`,
        expected: '400 post_purchase_confirmation_required',
        seen: isSuccess(x) ? 'a recorded decision' : `status ${status}, ${show(jsonOf(x))}`,
        pointer: '/response/status',
      })
    })
    record.each(view.exchanges({ scenario, step: 'exact' }), 'the exact text', (x) => {
      const recorded = isSuccess(x) && typeof memberOf(x, 'decision', 'decisionId') === 'string'
      record.expect(recorded, x, {
        message: 'a decision with the exact text was not recorded',
        expected: '200 with a decision',
        seen: `status ${statusOf(x)}, ${show(errorCode(x))}`,
        pointer: '/response/body',
      })
      record.expect(!recorded || memberOf(x, 'duplicate') !== true, x, {
        message: 'a refused near miss had been recorded: the exact text under its key is a replay',
        expected: 'duplicate: false',
        seen: 'duplicate: true',
        pointer: '/response/body/duplicate',
      })
    })
  },
  counterexamples: [
    {
      name: 'a text in an array records a decision',
      edit: (editor) => editor.respond({ scenario, step: 'near-miss', variant: 'in-array' }, recorded),
    },
    {
      name: 'a text with a blank more records a decision',
      edit: (editor) => editor.respond({ scenario, step: 'near-miss', variant: 'trailing-blank' }, recorded),
    },
    {
      name: 'a near miss was recorded behind its refusal',
      edit: (editor) => editor.json({ scenario, step: 'exact' }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'the exact text is refused',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'exact' },
          { status: 400, body: '{"ok":false,"code":"post_purchase_confirmation_required"}' },
        ),
    },
  ],
}

const recorded = { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"d-1"}}' }

import { createVisibility } from '../../../contracts/visibility.ts'
import type { Check } from '../../judge/check.ts'
import { isLongOpaque, unlistedValuesIn } from '../../judge/unlisted.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { show } from '../../judge/look.ts'

const scenario = 'redaction/surfaces'

export const opaqueExtras: Check = {
  id: 'redaction/opaque-extras',
  requirement: 'RED-09',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no undeclared member of an answer about an intent holds a long opaque value',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const visibility = createVisibility(view.contract)
    const about = view.exchanges().filter((x) => isRecognised(x) && aboutARecord(x.response?.body ?? ''))
    if (about.length === 0) record.missing('no answer about an intent or a record')
    const told = new Set<string>()
    for (const x of about) {
      record.saw()
      for (const { name, value, pointer } of unlistedValuesIn(x, visibility)) {
        if (told.has(pointer) || !isLongOpaque(value)) continue
        told.add(pointer)
        record.expect(false, x, {
          message: `an undeclared member ${show(name, 60)} holds an opaque value long enough for an encrypted secret`,
          expected: 'the members that the contract declares, and extras that are plain to read',
          seen: `${value.length} characters that read as random`,
          pointer,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'a decision carries an encrypted reference',
      edit: (editor) =>
        editor.json({ scenario, step: 'decide' }, (body) => {
          body['ref'] = 'q8Zr1mC0vK5xT2nB7wLs9uYd4HfGjPaEoRtIi3Qz6XcVbNmAkSdFgHjKlZxCvBnM1QwErTy'
        }),
    },
  ],
}

/** The body names an intent, a decision, a click or an entry. */
function aboutARecord(body: string): boolean {
  return /"(?:checkoutIntentId|decisionId|referralClickId|commissionLedgerId)"\s*:\s*"/.test(body)
}

import type { Check } from '../../judge/check.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { responseHeader, show } from '../../judge/look.ts'

const scenario = 'redaction/surfaces'

export const cacheControl: Check = {
  id: 'redaction/cache-control',
  requirement: 'RED-15',
  level: 'MAY',
  profile: 'sandbox',
  title: 'answers about one intent say that nobody on the way may store them',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const about = view
      .exchanges({ scenario })
      .filter((x) => x.operation === 'decision.read' && x.about['checkoutIntentId'] !== undefined)
    record.each(about, 'the read of an intent', (x) => {
      if (!isRecognised(x)) return
      const value = responseHeader(x, 'cache-control')
      record.expect(/\b(?:no-store|private)\b/i.test(value ?? ''), x, {
        message: 'an answer about one intent may be kept by a shared cache',
        expected: 'cache-control: no-store, or private',
        seen: show(value),
        pointer: '/response/headers',
      })
    })
  },
  counterexamples: [
    {
      name: 'the read of an intent is public',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'read-paid' },
          { headers: [['cache-control', 'public, max-age=60']] },
        ),
    },
  ],
}

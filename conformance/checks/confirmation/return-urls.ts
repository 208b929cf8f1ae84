import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, startedIntent, statusOf, textsOf } from '../../judge/look.ts'
import { markersIn } from '../../markers.ts'

const scenario = 'confirmation/return-urls'

export const returnUrls: Check = {
  id: 'confirmation/return-urls',
  requirement: 'CNF-11',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a return address of another origin or scheme comes back in no answer',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    if (!view.exchanges({ scenario, step: 'plain' }).some((x) => startedIntent(x) !== undefined))
      record.missing('a start without return addresses did not come about')
    record.each(view.exchanges({ scenario }), 'a start with a foreign return address', (x) => {
      const status = statusOf(x) ?? 500
      const refused = errorCode(x) !== undefined && status < 500
      const answered = startedIntent(x) !== undefined || memberOf(x, 'status') === 'preview'
      if (x.step !== 'redirect')
        record.expect(refused || answered, x, {
          message: 'a start with a foreign return address was neither answered nor refused',
          expected: 'the address ignored, or a 4xx with a code',
          seen: `status ${status}`,
          pointer: '/response/status',
        })
      // A refusal may name what it refuses.
      const found = status >= 400 ? undefined : textsOf(x).find(({ text }) => names(text))
      record.expect(found === undefined, x, {
        message: `a foreign return address came back (${x.variant ?? x.step})`,
        expected: 'an address of the own origin, or none',
        seen: 'the address that the client gave',
        pointer: found?.pointer ?? '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the start leads to the foreign address',
      edit: (editor) =>
        editor.leak(
          { scenario, step: 'start', nth: -1, when: (x) => startedIntent(x) !== undefined },
          'client-field',
        ),
    },
    {
      name: 'the redirect leads to the foreign address',
      edit: (editor) =>
        editor.leak(
          { scenario, step: 'redirect', when: (x) => isOpen(statusOf(x)) },
          'client-field',
          'header',
        ),
    },
  ],
}

function isOpen(status = 500): boolean {
  return status < 400
}

function names(text: string): boolean {
  return markersIn(text).some(({ kind }) => kind === 'client-field')
}

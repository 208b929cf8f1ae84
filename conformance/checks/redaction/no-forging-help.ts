import type { Check } from '../../judge/check.ts'
import { isRecognised, leaksIn, reportLeaks } from '../../judge/leaks.ts'
import { statusOf, textsOf } from '../../judge/look.ts'

const scenario = 'redaction/public-surfaces'
const hint =
  /whsec_[A-Za-z0-9]{8,}|\bv1=[0-9a-f]{16,}|\b(?:expected|computed|correct|valid|actual)[ _-]?(?:signature|secret|token|hmac|digest|api[ _-]?key|session)["']?\s*(?:is|was|[:=])\s*["']?[A-Za-z0-9+/_-]{8,}|\bsignature["']?\s*[:,]?\s*expected\s*["':]*\s*[A-Za-z0-9+/_-]{16,}/i
/** As long as an HMAC-SHA256 in hex. */
const hmac = /(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])/i

export const noForgingHelp: Check = {
  id: 'redaction/no-forging-help',
  requirement: 'RED-16',
  level: 'MUST',
  profile: 'public',
  title: 'a refusal holds no expected signature, secret or key',
  scenarios: [scenario, 'redaction/surfaces'],
  needs: ['webhook', 'owner-gate'],
  judge: (view, record) => {
    const refusals = view.exchanges().filter((x) => (statusOf(x) ?? 0) >= 400)
    if (!refusals.some(isRecognised)) record.missing('no refusal in the words of the contract')
    for (const x of refusals) {
      const isDoor = x.operation === 'webhook.deliver' || x.operation.startsWith('owner.')
      const told = textsOf(x).find(
        ({ text }) =>
          hint.test(text) ||
          (isDoor &&
            !/^(?:etag|set-cookie|x-[a-z-]*(?:hash|digest|checksum)|[a-z-]*(?:request|correlation|trace)-?id|traceparent):/i.test(
              text,
            ) &&
            hmac.test(text)),
      )
      record.expect(told === undefined, x, {
        message: 'a refusal helps to forge',
        expected: 'a code, and nothing of what was expected',
        seen: `a signature, secret or key in the answer to ${x.operation}`,
        pointer: told?.pointer ?? '/response/body',
      })
    }
    const kinds = new Set(['signature', 'webhook-secret', 'owner-session', 'header-secret'])
    const leaks = leaksIn(view).filter(({ marker }) => kinds.has(marker.kind))
    reportLeaks(record, leaks, {
      message: 'an answer holds a signature, a secret or a session',
      expected: 'none',
    })
  },
  counterexamples: [
    {
      name: 'the refusal of a forged event tells the signature that it wanted',
      edit: (editor) =>
        editor.json({ scenario, step: 'webhook-forged' }, (body) => {
          body['message'] = `no match for ${'0f'.repeat(32)}`
        }),
    },
    {
      name: 'a header of the owner gate tells the token',
      edit: (editor) =>
        editor.addHeader({ scenario, step: 'owner-refused' }, ['x-note', 'expected token: abcdefgh12345678']),
    },
  ],
}

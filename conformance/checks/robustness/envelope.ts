import type { Check } from '../../judge/check.ts'
import {
  errorCode,
  headerValues,
  isObject,
  jsonOf,
  memberOf,
  responseHeader,
  show,
  statusOf,
} from '../../judge/look.ts'
import { takesReferrals } from '../../judge/referrals.ts'
import type { View } from '../../judge/view.ts'
import type { Exchange, Operation } from '../../transcript.ts'
import { writes } from './declared.ts'

const scenario = 'robustness/refusals'
const spoken: readonly Operation[] = [...writes, 'checkout.redirect', 'webhook.deliver', 'owner.read']

/** Routes that a contract without referrals need not have. */
const ofReferrals: readonly Operation[] = ['click.record', 'ledger.record']

/** Statuses with which the routes themselves refuse; 405, 413, 414, 415 and 431 are the framework's (WIRE). */
const refusals = [400, 401, 404, 409, 422, 502]

/** An ordinary request of the run that a route refused. What was no JSON object, or asked for other types, is left out. */
function isOrdinary(x: Exchange, { contract }: View): boolean {
  if (!takesReferrals(contract) && ofReferrals.includes(x.operation)) return false
  const { body, headers, method } = x.request
  const accept = headerValues(headers, 'accept')
  return (
    spoken.includes(x.operation) &&
    (method === 'GET' || method === 'POST') &&
    accept.length === 1 &&
    accept[0] === 'application/json' &&
    !x.scenario.startsWith('robustness/') &&
    !x.scenario.startsWith('owner-gate/') &&
    (body === null || body.startsWith('{"')) &&
    (x.operation !== 'webhook.deliver' || x.delivery?.signature === 'valid')
  )
}

export const robustnessEnvelope: Check = {
  id: 'robustness/envelope',
  requirement: 'ROB-02',
  level: 'MUST',
  profile: 'public',
  title: 'refusals say ok: false and a code, as JSON',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const sent = view.exchanges({ scenario, step: 'refusal' })
    record.each(sent, 'an ordinary refusal', (x) => {
      const status = statusOf(x) ?? 0
      // A refusal that is none is judged by the requirement of its route.
      if (status < 400 || (status >= 500 && status !== 502 && status !== 503)) {
        record.missing(`a refusal (${x.variant ?? ''})`)
        return
      }
      expectEnvelope(x)
    })
    for (const x of view.exchanges()) {
      if (refusals.includes(statusOf(x) ?? 0) && isOrdinary(x, view)) expectEnvelope(x)
    }

    function expectEnvelope(x: Exchange): void {
      record.expect(errorCode(x) !== undefined && errorCode(x) !== '', x, {
        message: `a refusal (${x.operation}, ${x.variant ?? x.step}) has no envelope`,
        expected: '{"ok": false, "code": "…"}',
        seen: isObject(jsonOf(x))
          ? `ok ${show(memberOf(x, 'ok'))}, code ${show(memberOf(x, 'code'))}`
          : 'no JSON object',
        pointer: '/response/body',
      })
      const type = responseHeader(x, 'content-type') ?? ''
      record.expect(/^application\/(?:[\w.-]+\+)?json\b/i.test(type), x, {
        message: `a refusal (${x.operation}, ${x.variant ?? x.step}) is not sent as JSON`,
        expected: 'content-type: application/json',
        seen: show(type),
        pointer: '/response/headers',
      })
    }
  },
  counterexamples: [
    {
      name: 'a refusal is plain text',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'refusal', variant: 'decision-without-text' },
          { body: 'Bad Request' },
        ),
    },
    {
      name: 'a refusal says ok: true',
      edit: (editor) =>
        editor.json({ scenario, step: 'refusal', variant: 'redirect' }, (body) => void (body['ok'] = true)),
    },
    {
      name: 'a refusal has no code',
      edit: (editor) =>
        editor.json({ scenario, step: 'refusal', variant: 'owner' }, (body) => void delete body['code']),
    },
    {
      name: 'a refusal is sent as HTML',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'refusal', variant: 'ledger-without-text' },
          { headers: [['content-type', 'text/html']] },
        ),
    },
  ],
}

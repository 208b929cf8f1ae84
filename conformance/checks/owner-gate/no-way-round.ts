import type { Check } from '../../judge/check.ts'
import { errorCode, isObject, isSuccess, memberOf, responseHeader, show, statusOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'owner-gate/detours'

/** What only the handler behind the gate says (WIRE 9). */
const wordsBehind = /^commission_|^(?:expected_updated_at|idempotency_key)_required$/

function isBehind(x: Exchange): boolean {
  const word = errorCode(x)
  if (word !== undefined) return wordsBehind.test(word)
  if (!isSuccess(x)) return false
  // HEAD has no body that tells. A page that answers every unknown path is not the owner's route.
  if (x.request.method === 'HEAD') return !/html/i.test(responseHeader(x, 'content-type') ?? '')
  // The detours lead to the owner's route or nowhere; what else they may meet (the source data) has no such member.
  return ['confirmation', 'reviewAction', 'commissionLedger'].some((name) => isObject(memberOf(x, name)))
}

export const ownerGateNoWayRound: Check = {
  id: 'owner-gate/no-way-round',
  requirement: 'OWN-02',
  level: 'MUST',
  profile: 'public',
  title: 'method overrides, other methods, types and spellings of the path do not get round the gate',
  scenarios: [scenario],
  needs: ['owner-gate'],
  judge: (view, record) => {
    const plain = view.exchanges({ scenario, step: 'plain' })
    if (!plain.some((x) => statusOf(x) === 401 && errorCode(x) !== undefined)) {
      record.missing('a gate on the plain path')
    }
    for (const x of view.exchanges({ scenario, step: 'detour' })) {
      record.expect(!isBehind(x), x, {
        message: `the detour "${x.variant ?? ''}" gets round the owner's gate`,
        expected: '401, 404, 405 or a redirect',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/body',
      })
    }
  },
  counterexamples: [
    {
      name: 'a method override reaches the handler',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'detour', variant: 'x-http-method-override-get' },
          { status: 400, body: '{"ok":false,"code":"commission_ledger_not_found"}' },
        ),
    },
    {
      name: 'HEAD is open',
      edit: (editor) =>
        editor.respond({ scenario, step: 'detour', variant: 'HEAD' }, { status: 200, headers: [], body: '' }),
    },
    {
      name: 'a form is taken without a session',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'detour', variant: 'form' },
          { status: 400, body: '{"ok":false,"code":"commission_ledger_not_found"}' },
        ),
    },
    {
      name: 'a doubled slash records an action',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'detour', variant: 'inner-double-slash/post' },
          { status: 200, body: '{"ok":true,"reviewAction":{"actionId":"a-1"}}' },
        ),
    },
  ],
}

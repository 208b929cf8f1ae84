import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, statusOf } from '../../judge/look.ts'
import { isReceived } from '../../judge/state.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'webhook/unsigned'

export const otherMethods: Check = {
  id: 'webhook/other-methods',
  requirement: 'WHK-08',
  level: 'SHOULD',
  profile: 'public',
  title: 'the webhook route refuses GET, PUT, PATCH and DELETE',
  scenarios: [scenario],
  needs: ['webhook'],
  judge: (view, record) => {
    // Only where POST is answered as the contract says is there a route whose other methods mean something.
    const posts = view.exchanges({ scenario, step: 'unsigned' })
    if (!posts.some(isInWords)) {
      record.missing('the webhook route did not answer a POST in the words of the contract')
      return
    }
    record.each(view.exchanges({ scenario, step: 'other-method' }), 'another method', (x) => {
      record.expect(isRefusedMethod(x), x, {
        message: `the webhook route does not refuse ${x.request.method}`,
        expected: '405, or another 4xx',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    answersAs('GET is answered', { scenario, step: 'other-method', variant: 'GET' }, 200, {
      ok: true,
      received: true,
    }),
    answersAs('PUT fails', { scenario, step: 'other-method', variant: 'PUT' }, 500, {}),
  ],
}

function isInWords(x: Exchange): boolean {
  const status = statusOf(x)
  return isReceived(x) || (errorCode(x) !== undefined && (status === 400 || status === 503))
}

function isRefusedMethod(x: Exchange): boolean {
  const status = statusOf(x) ?? 500
  return (status >= 400 && status < 500) || status === 501
}

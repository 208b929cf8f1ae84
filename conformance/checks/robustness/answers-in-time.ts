import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

/** Whether the target left us without an answer; a refused oversized body may close the connection. */
function isUnanswered({ failure, response, scenario }: Exchange): boolean {
  return (
    response === null &&
    failure !== undefined &&
    (failure.kind === 'timeout' || scenario !== 'robustness/oversized')
  )
}

export const robustnessAnswersInTime: Check = {
  id: 'robustness/answers-in-time',
  requirement: 'ROB-05',
  level: 'SHOULD',
  profile: 'public',
  title: 'every request of the run is answered, and within the deadline',
  scenarios: ['robustness/every-route'],
  needs: ['source-data'],
  judge: (view, record) => {
    const { deadlineMs } = view.header
    const reads = view.exchanges({ operation: 'source-data.read' })
    if (!reads.some((x) => isSuccess(x) && memberOf(x, 'id') === view.contract.seed.id)) {
      record.missing('an answer in the words of the contract')
    }
    for (const x of view.exchanges()) {
      if (x.failure?.kind === 'unsent') continue
      record.expect(!isUnanswered(x) && x.tookMs <= deadlineMs, x, {
        message: `${x.operation} (${x.step}) was not answered${x.failure?.kind === 'timeout' ? ' in time' : ''}`,
        expected: `an answer within ${deadlineMs} ms`,
        seen: x.failure === undefined ? `${x.tookMs} ms` : `${x.failure.kind}: ${x.failure.message}`,
        pointer: '/response',
      })
    }
  },
  counterexamples: [
    {
      name: 'a route never answers',
      edit: (editor) =>
        editor.exchange({ scenario: 'robustness/every-route', operation: 'agent-docs.read' }, (x) => ({
          ...x,
          response: null,
          failure: { kind: 'timeout', message: 'no complete answer' },
        })),
    },
    {
      name: 'a route drops the connection',
      edit: (editor) =>
        editor.exchange({ scenario: 'robustness/every-route', operation: 'page.cancel' }, (x) => ({
          ...x,
          response: null,
          failure: { kind: 'reset', message: 'closed' },
        })),
    },
  ],
}

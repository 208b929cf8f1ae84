import type { Contract } from '../../../contracts/contract.ts'
import type { Check, Counterexample } from '../../judge/check.ts'
import { member, parseJson, show } from '../../judge/look.ts'
import type { Json, PageView } from '../../transcript.ts'

const scenario = 'pages/press'
const step = 'press'

/** A member of the first decision that a page asked for, where it asked with JSON. */
function asked({ requests }: PageView, contract: Contract, name: string): Json | undefined {
  const request = requests.find(
    ({ method, url }) => method === 'POST' && url.replace(/[?#].*$/, '').endsWith(contract.routes.decisions),
  )
  return member(parseJson(request?.body ?? ''), name)
}

export const pagesEachButtonItsOwn: Check = {
  id: 'pages/each-button-its-own',
  requirement: 'PAG-03',
  level: 'MUST',
  profile: 'sandbox',
  browser: true,
  title:
    'in a browser the first and the last decision button ask for their own decisions, under their own keys',
  scenarios: [scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => {
    const { contract } = view
    const first = view.pages({ scenario, step, variant: 'paid' })[0]
    const last = view.pages({ scenario, step, variant: 'paid-last' })[0]
    if (first === undefined || last === undefined)
      return record.missing('the post-purchase page in a browser')
    const kinds = [first, last].map((page) => asked(page, contract, 'decisionKind'))
    if (kinds.includes(undefined)) return record.notApplicable('the page asks for decisions in its own way')
    // A page with more buttons than kinds may show one decision twice; one with fewer lets them be chosen otherwise.
    const oneEach = [first, last].every(
      ({ observed }) => observed['usableButtons'] === contract.decisions.length,
    )
    if (oneEach && first.observed['by'] !== last.observed['by']) {
      record.expect(kinds[0] !== kinds[1], last, {
        message: 'the first and the last decision button ask for the same decision',
        expected: 'a decision for each button',
        seen: show(kinds[1]),
        pointer: '/requests',
      })
    }
    const keys = [first, last].map((page) => asked(page, contract, 'idempotencyKey'))
    record.expect(keys[0] === undefined || keys[0] !== keys[1], last, {
      message: 'the page asks for decisions on two intents under one idempotency key',
      expected: 'a key for each decision',
      seen: 'the same key',
      pointer: '/requests',
    })
  },
  counterexamples: [
    asFirst('every button asks for the first kind', 'decisionKind'),
    asFirst('the page has one key for all', 'idempotencyKey'),
  ],
}

/** The last button asks with a member of what the first one asked with. */
function asFirst(name: string, changed: string): Counterexample {
  return {
    name,
    edit: (editor) => {
      const of = (body: string | null) => member(parseJson(body ?? ''), changed)
      const value = editor
        .transcript()
        .entries.filter((entry) => entry.kind === 'page' && entry.variant === 'paid')
        .flatMap((entry) => (entry.kind === 'page' ? entry.requests : []))
        .map(({ body }) => of(body))
        .find((each) => each !== undefined)
      editor.page({ scenario, step, variant: 'paid-last' }, (page) => ({
        ...page,
        requests: page.requests.map((request) => {
          const body = parseJson(request.body ?? '')
          return of(request.body) === undefined || value === undefined
            ? request
            : { ...request, body: JSON.stringify({ ...(body as object), [changed]: value }) }
        }),
      }))
    },
  }
}

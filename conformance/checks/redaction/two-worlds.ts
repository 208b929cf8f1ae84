import type { Check } from '../../judge/check.ts'
import { differencesIn, positionsOf } from '../../judge/difference.ts'
import { isRecognised } from '../../judge/leaks.ts'

const scenario = 'redaction/two-worlds'

export const twoWorlds: Check = {
  id: 'redaction/two-worlds',
  requirement: 'RED-13',
  level: 'MUST',
  profile: 'sandbox',
  title: 'two worlds that differ only in their secrets look alike beyond the noise of equal worlds',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay', 'decision-read'],
  judge: (view, record) => {
    const positions = positionsOf(view.exchanges({ scenario }))
    for (const { flows } of positions) for (const _answer of flows) record.saw()
    const steps = new Set(positions.map(({ step }) => step))
    for (const step of ['start', 'event', 'read-paid', 'decide'])
      if (!steps.has(step)) record.missing(`the step ${step} was not answered in every flow`)
    if (!positions.some(({ flows }) => flows.every(({ exchange }) => isRecognised(exchange))))
      record.missing('no step was answered in the words of the contract in every flow')
    for (const { exchange, step, pointer, how } of differencesIn(positions)) {
      record.expect(false, exchange, {
        message: `on ${step}, a public place tells the worlds apart`,
        expected: 'nothing that follows from a secret: no mask, hash, part, length or encryption of it',
        seen:
          how === 'part'
            ? 'a fresh value that begins or ends alike in each flow of one world, and otherwise in the other'
            : `one ${how} in each flow of one world, another in each flow of the other`,
        pointer,
      })
    }
  },
  counterexamples: [
    {
      name: 'the state of an intent holds a mask of the email',
      edit: (editor) => {
        for (const world of ['A', 'B'])
          editor.json(
            { scenario, step: 'read-paid', nth: 'all', when: ({ about }) => about['world'] === world },
            (body) => {
              body['contact'] = `b***@${world.toLowerCase()}.example`
            },
          )
      },
    },
    {
      name: 'a decision holds an encryption as long as the secret',
      edit: (editor) =>
        editor.json({ scenario, step: 'decide', nth: 'all' }, (body, { n, about }) => {
          body['sealed'] = String(n).padStart(about['world'] === 'A' ? 32 : 80, 'x')
        }),
    },
    {
      name: 'a fresh id begins with a code of the visitor',
      edit: (editor) =>
        editor.json({ scenario, step: 'decide', nth: 'all' }, (body, { n, about }) => {
          body['reference'] = `${about['world'] === 'A' ? '3f9a0c71be' : 'd2075e81aa'}-${n}`
        }),
    },
    {
      name: 'a page is padded by the length of the email',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'success-paid', nth: 'all' }, (x) => {
          const body = `${x.response?.body ?? ''}${' '.repeat(x.about['world'] === 'A' ? 24 : 72)}`
          return x.response === null ? x : { ...x, response: { ...x.response, body } }
        }),
    },
    {
      name: 'a page shows half of an id',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'success-paid', nth: 'all' }, (x) => {
          const body = `${x.response?.body ?? ''}<p>Order ${x.about['world'] === 'A' ? 'Qz81' : 'Rk27'}</p>`
          return x.response === null ? x : { ...x, response: { ...x.response, body } }
        }),
    },
    {
      name: 'a header holds a hash',
      edit: (editor) =>
        editor.exchange({ scenario, step: 'event', nth: 'all' }, (x) => {
          const header = ['x-ref', x.about['world'] === 'A' ? '1f' : '2e'] as const
          return x.response === null
            ? x
            : { ...x, response: { ...x.response, headers: [...x.response.headers, header] } }
        }),
    },
  ],
}

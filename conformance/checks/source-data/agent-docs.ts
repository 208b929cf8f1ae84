import { createValidator } from '../../../contracts/validate.ts'
import type { Check } from '../../judge/check.ts'
import { isObject, jsonOf, statusOf } from '../../judge/look.ts'

const scenario = 'source-data/reads'

export const agentDocsList: Check = {
  id: 'source-data/agent-docs',
  requirement: 'SRC-07',
  level: 'MUST',
  profile: 'public',
  title: 'the agent docs list the checkout-offer read contract by its route',
  scenarios: [scenario],
  needs: [],
  judge: ({ contract, exchanges }, record) => {
    record.each(exchanges({ scenario, step: 'agent-docs' }), 'the agent docs', (x) => {
      const body = jsonOf(x)
      const readable = record.expect(statusOf(x) === 200 && isObject(body), x, {
        message: 'the agent docs cannot be read',
        expected: '200 with a JSON object',
        seen: `status ${statusOf(x)}`,
        pointer: '/response/body',
      })
      if (!readable) return
      record.expect(createValidator(contract).validate('agent-docs', body).length === 0, x, {
        message: 'the agent docs do not list the source-data route',
        expected: `an entry whose route is ${contract.routes.sourceData}`,
        seen: 'no such entry',
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the manifest is empty',
      edit: (editor) => editor.respond({ scenario, step: 'agent-docs' }, { body: '{"ok":true}' }),
    },
    {
      name: 'there is no manifest',
      edit: (editor) => editor.respond({ scenario, step: 'agent-docs' }, { status: 404 }),
    },
  ],
}

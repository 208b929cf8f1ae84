import { bodyOf } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const secondNotCounted = defineDefect({
  id: 'second-not-counted',
  breaks: 'SRC-05',
  summary: 'Of the decisions on one intent only the first is counted.',
  respond: async ({ route, requestBody, memory }, response) => {
    if (route === 'decisions' && (await bodyOf(response.clone()))?.['duplicate'] === false) {
      const [intent, kind] = [requestBody['checkoutIntentId'], requestBody['decisionKind']].map(String)
      const name = memory.has(`intent ${intent}`) ? `lost ${kind}` : `intent ${intent}`
      memory.set(name, Number(memory.get(name) ?? 0) + 1)
    }
    if (route !== 'source-data') return response
    return editText(response, (text) =>
      text.replace(
        /"decision_kind":"([^"]+)","total_decisions":(\d+)/g,
        (_all, kind: string, total: string) =>
          `"decision_kind":"${kind}","total_decisions":${Number(total) - Number(memory.get(`lost ${kind}`) ?? 0)}`,
      ),
    )
  },
})

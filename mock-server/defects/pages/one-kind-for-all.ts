import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const oneKindForAll = defineDefect({
  id: 'one-kind-for-all',
  breaks: 'PAG-03',
  summary: 'Every decision button asks for the first decision.',
  browser: true,
  respond: ({ contract, route }, response) => {
    const kind = contract.decisions[0]?.decisionKind ?? ''
    if (route !== 'post-purchase-page') return response
    return editText(response, (html) =>
      html.replaceAll(/data-decision-kind="[^"]*"/g, `data-decision-kind="${kind}"`),
    )
  },
})

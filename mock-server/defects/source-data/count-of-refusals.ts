import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const countOfRefusals = defineDefect({
  id: 'count-of-refusals',
  breaks: 'SRC-05',
  summary: 'Refused decisions are counted, too.',
  respond: ({ route, request, memory }, response) => {
    const refused = Number(memory.get('refused') ?? 0)
    if (route === 'decisions' && request.method === 'POST' && response.status >= 400)
      memory.set('refused', refused + 1)
    if (route !== 'source-data' || refused === 0) return response
    return editText(response, (text) =>
      text.replace(
        /"total_decisions":(\d+)/g,
        (_all, total: string) => `"total_decisions":${Number(total) + refused}`,
      ),
    )
  },
})

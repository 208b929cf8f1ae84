import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const stableIdsSilent = defineDefect({
  id: 'stable-ids-silent',
  breaks: 'SRC-10',
  summary: 'The agent docs name no stable ids.',
  respond: ({ route, contract }, response) =>
    route !== 'agent-docs'
      ? response
      : editText(response, (text) => text.replace(JSON.stringify(contract.seed.stableIds), '[]')),
})

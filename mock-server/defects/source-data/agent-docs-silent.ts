import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const agentDocsSilent = defineDefect({
  id: 'agent-docs-silent',
  breaks: 'SRC-07',
  summary: 'The agent docs list no checkout-offer contract.',
  respond: ({ route }, response) =>
    route !== 'agent-docs' ? response : editJson(response, (body) => ({ ...body, readContracts: [] })),
})

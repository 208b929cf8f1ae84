import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const agentClientInState = defineDefect({
  id: 'agent-client-in-state',
  breaks: 'RED-06',
  summary: "The state of an intent names the agent's client.",
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { client: secretsOf(intent).agentClientId }),
        })),
})

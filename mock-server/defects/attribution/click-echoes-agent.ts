import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const clickEchoesAgent = defineDefect({
  id: 'click-echoes-agent',
  breaks: 'RED-07',
  summary: "A click's answer repeats the user agent.",
  respond: ({ route, request }, response) =>
    route !== 'clicks'
      ? response
      : editJson(response, (body) => ({ ...body, device: request.headers.get('user-agent') ?? 'none' })),
})

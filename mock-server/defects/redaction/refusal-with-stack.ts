import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const refusalWithStack = defineDefect({
  id: 'refusal-with-stack',
  breaks: 'RED-14',
  summary: 'A refusal shows where in the code it was made.',
  respond: ({ route }, response) =>
    route === undefined || response.status < 400
      ? response
      : editJson(response, (body) => ({
          ...body,
          trace: 'Error: refused\n    at handle (/srv/shop/dist/routes/checkout.js:41:13)',
        })),
})

import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const oneKeyForAll = defineDefect({
  id: 'one-key-for-all',
  breaks: 'PAG-03',
  summary: 'The post-purchase page has one idempotency key for all intents.',
  browser: true,
  respond: ({ route }, response) =>
    route === 'post-purchase-page'
      ? editText(response, (html) => html.replaceAll(/data-key="[^"]*"/g, 'data-key="decision"'))
      : response,
})

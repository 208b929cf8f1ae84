import { refuse } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'

export const charsetRefused = defineDefect({
  id: 'charset-refused',
  breaks: 'WHK-03',
  summary: 'A content type with a charset, as Stripe sends it, is refused.',
  respond: ({ route, request }, response) =>
    route === 'webhook' && /charset/i.test(request.headers.get('content-type') ?? '')
      ? refuse(415, 'unsupported_media_type')
      : response,
})

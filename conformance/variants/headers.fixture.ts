import { createHash } from 'node:crypto'
import { answerWith, withHeaders, type Variant } from './variant.fixture.ts'

/** Headers that mean no harm. */
export const headers: readonly Variant[] = [
  {
    id: 'cookies',
    title: 'each answer sets a visitor cookie and a preference',
    wrap: (fetch) => async (request) => {
      const response = withHeaders(await fetch(request), {})
      response.headers.append('set-cookie', `visitor=${crypto.randomUUID()}; Path=/; HttpOnly; SameSite=Lax`)
      response.headers.append('set-cookie', 'locale=en; Path=/')
      return response
    },
  },
  {
    id: 'entity-tags',
    title: 'each read carries an entity tag of its bytes, and a request that names it gets 304',
    wrap: (fetch) => async (request) => {
      const response = await fetch(request)
      if (request.method !== 'GET' || response.status !== 200) return response
      const text = await response.text()
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
      return request.headers.get('if-none-match') === etag
        ? answerWith(response, null, { etag }, 304)
        : answerWith(response, text, { etag })
    },
  },
  {
    id: 'security-headers',
    title: 'security headers, Server-Timing and a fresh x-request-id',
    wrap: (fetch) => async (request) => {
      const startedAt = performance.now()
      const response = await fetch(request)
      return withHeaders(response, {
        'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'",
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'permissions-policy': 'camera=(), payment=(self)',
        'server-timing': `app;dur=${(performance.now() - startedAt).toFixed(2)}`,
        'x-request-id': crypto.randomUUID(),
        'x-powered-by': 'Express',
        via: '1.1 edge',
      })
    },
  },
]

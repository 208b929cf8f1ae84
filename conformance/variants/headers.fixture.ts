import { withHeaders, type Variant } from './variant.fixture.ts'

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

import { defineDefect } from '../define.ts'

export const redirectToNewest = defineDefect({
  id: 'redirect-to-newest',
  breaks: 'CNF-12',
  summary: 'Every open redirect leads to the session that was created last.',
  respond: ({ route, intent, memory }, response) => {
    if (route === 'checkout') {
      const url = response.ok ? intent?.privates.stripeCheckoutUrl : undefined
      if (typeof url === 'string') memory.set('newest', url)
    }
    const newest = memory.get('newest')
    return route === 'redirect' && response.status === 303 && typeof newest === 'string'
      ? new Response(null, { status: 303, headers: { location: newest } })
      : response
  },
})

import { defineDefect } from '../define.ts'

export const latestWithoutId = defineDefect({
  id: 'latest-without-id',
  breaks: 'ELG-06',
  summary: 'A read that names no intent shows the latest one.',
  respond: async ({ request, route, intent, inner, memory }, response) => {
    const url = new URL(request.url)
    if (route !== 'decisions' || request.method !== 'GET') return response
    const id = url.searchParams.get('checkoutIntentId')
    const latest = memory.get('latest')
    if (intent !== undefined) memory.set('latest', intent.id)
    if ((id !== null && id !== '') || typeof latest !== 'string') return response
    url.searchParams.set('checkoutIntentId', latest)
    return inner(new Request(url))
  },
})

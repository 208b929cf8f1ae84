import { defineDefect } from '../define.ts'
import { secretsOf } from '../secrets.ts'

export const gzipNegotiatedLeak = defineDefect({
  id: 'gzip-negotiated-leak',
  breaks: 'RED-12',
  summary: 'Only the compressed answer carries the payment intent.',
  respond: async ({ route, intent, request }, response) => {
    const { paymentIntent } = secretsOf(intent)
    const accepted = request.headers.get('accept-encoding')?.trim() === 'gzip'
    if (route !== 'decisions' || !accepted || paymentIntent === undefined) return response
    const text = (await response.text()).replace(/^\{/, () => `{"variant":"${paymentIntent}",`)
    const body = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
    const headers = new Headers(response.headers)
    headers.set('content-encoding', 'gzip')
    headers.delete('content-length')
    return new Response(body, { status: response.status, headers })
  },
})

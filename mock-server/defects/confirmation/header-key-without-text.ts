import { defineDefect } from '../define.ts'

export const headerKeyWithoutText = defineDefect({
  id: 'header-key-without-text',
  breaks: 'CNF-01',
  summary: 'A start whose idempotency key comes as a header needs no text.',
  behaviour: (good, { routes, texts }) => ({
    confirmationOf: (fields, request) => {
      const isStart = new URL(request.url).pathname === routes.checkout
      const byHeader = fields['idempotencyKey'] === undefined && request.headers.has('idempotency-key')
      return isStart && byHeader ? texts.checkout : good.confirmationOf(fields, request)
    },
  }),
})

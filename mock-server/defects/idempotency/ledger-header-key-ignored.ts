import { defineDefect } from '../define.ts'

export const ledgerHeaderKeyIgnored = defineDefect({
  id: 'ledger-header-key-ignored',
  breaks: 'IDM-08',
  summary: 'Ledger evidence takes its key from the body alone.',
  respond: ({ route, request, requestBody }, response) =>
    route === 'ledger' && request.method === 'POST' && requestBody['idempotencyKey'] === undefined
      ? Response.json({ ok: false, code: 'idempotency_key_required' }, { status: 400 })
      : response,
})

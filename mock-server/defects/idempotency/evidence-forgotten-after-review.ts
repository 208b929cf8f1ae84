import { bodyOf, refuse } from '../../http/answer.ts'
import { field, isFields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'

export const evidenceForgottenAfterReview = defineDefect({
  id: 'evidence-forgotten-after-review',
  breaks: 'IDM-02',
  summary: 'Evidence that the owner has acted on replays no more.',
  respond: async ({ route, request }, response) => {
    if (route !== 'ledger' || request.method !== 'POST') return response
    const entry = (await bodyOf(response))?.['commissionLedger']
    const untouched = !isFields(entry) || field(entry, 'reviewStatus') === 'refund_window_open'
    return untouched ? response : refuse(409, 'commission_ledger_checkout_conflict')
  },
})

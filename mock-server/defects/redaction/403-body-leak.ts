import { textField } from '../../http/fields.ts'
import { ledgerEntryView } from '../../projections/affiliates.ts'
import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const deniedBodyLeak = defineDefect({
  id: '403-body-leak',
  breaks: 'RED-12',
  summary: 'The refusal of a stranger at the owner gate shows the row.',
  respond: async ({ route, requestBody, store }, response) => {
    const id = textField(requestBody, 'commissionLedgerId')
    if (route !== 'owner-actions' || response.status !== 401 || id === undefined) return response
    const entry = await store.read((tx) => tx.ledger.get(id))
    return entry === undefined
      ? response
      : editJson(response, (body) => ({ ...body, denied: ledgerEntryView(entry) }))
  },
})

import { refuse } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'

export const formUngated = defineDefect({
  id: 'form-ungated',
  breaks: 'OWN-02',
  summary: 'What comes as a form gets past the gate.',
  respond: ({ route, request }, response) => {
    const form = request.headers.get('content-type')?.includes('form') === true
    return route === 'owner-actions' && form ? refuse(400, 'commission_ledger_not_found') : response
  },
})

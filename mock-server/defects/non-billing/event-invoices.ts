import { defineDefect } from '../define.ts'
import { quietly } from '../quietly.ts'

export const eventInvoices = defineDefect({
  id: 'event-invoices',
  breaks: 'NBL-06',
  summary: 'An event that changes an intent makes an invoice at Stripe.',
  respond: async ({ route, intent, stripe }, response) => {
    if (route === 'webhook' && response.ok && intent !== undefined)
      await quietly(() => stripe?.invoices.create({ customer: 'made_up' }))
    return response
  },
})

import { Refusal } from '../../http/answer.ts'
import { defineDefect } from '../define.ts'

export const stripeErrorStack = defineDefect({
  id: 'stripe-error-stack',
  breaks: 'RED-14',
  summary: "A start that Stripe failed is answered with Stripe's message, request id and stack.",
  behaviour: () => ({
    stripeFailed: (error) => {
      const { message, stack, requestId } = Object(error) as Partial<Error & { requestId: string }>
      throw new Refusal(502, 'stripe_checkout_error', { detail: { message, stack, requestId } })
    },
  }),
})

/** Stripe's error object (`{"error": …}`), as its API reference describes it. */
interface StripeErrorBody {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error'
  readonly message: string
  readonly code?: string
  readonly param?: string
}

/** An answer of the twin before it becomes a Response: a status, a JSON body, extra headers. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown inside an operation; the twin answers it in Stripe's shape. */
export class StripeFailure extends Error {
  readonly status: number
  readonly body: StripeErrorBody

  constructor(status: number, body: StripeErrorBody) {
    super(body.message)
    this.name = 'StripeFailure'
    this.status = status
    this.body = body
  }
}

export function answerOf(failure: StripeFailure): Answer {
  return { status: failure.status, body: { error: failure.body } }
}

export function invalidParam(param: string, message: string, code?: string): StripeFailure {
  return new StripeFailure(400, {
    type: 'invalid_request_error',
    message,
    param,
    ...(code === undefined ? {} : { code }),
  })
}

export function missingParam(param: string): StripeFailure {
  return invalidParam(param, `Missing required param: ${param}.`, 'parameter_missing')
}

export function noSuch(kind: string, param: string, id: string, status = 404): StripeFailure {
  return new StripeFailure(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  })
}

export function unrecognisedUrl(method: string, path: string): StripeFailure {
  return new StripeFailure(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). This stand-in knows the operations of the stripe package.`,
  })
}

export const missingKey = new StripeFailure(401, {
  type: 'invalid_request_error',
  message: 'You did not provide an API key. Send it in the Authorization header, as "Bearer sk_test_…".',
})

export const malformedKey = new StripeFailure(401, {
  type: 'invalid_request_error',
  message: 'Invalid API Key provided. This stand-in takes any key that starts with sk_test_ or rk_test_.',
})

export const liveKeyRefused = new StripeFailure(401, {
  type: 'invalid_request_error',
  message:
    'Live API keys are refused: this is a sandbox stand-in. Configure a key that starts with sk_test_.',
})

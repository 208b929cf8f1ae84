import { z } from '../../contracts/zod.ts'
import { deliveryModes } from '../stripe-twin/pay/deliver.ts'
import { payActions } from '../stripe-twin/pay/actions.ts'
import { failureKinds } from './failures.ts'
import { journalKinds } from './journal.ts'
import { namespaceFault } from './namespace.ts'

/** Control was asked for something that it cannot do. `field` names the member of the input that is wrong. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

const id = z.string().min(1, 'must not be empty').max(200, 'has at most 200 characters')
const whole = z.number().int('has to be a whole number')
const tenYears = 10 * 366 * 24 * 60
const most = 1_000

const namespace = z.string().superRefine((name, context) => {
  const message = namespaceFault(name)
  if (message !== undefined) context.addIssue({ code: z.ZodIssueCode.custom, message })
})

/** Unix seconds, or a time as ISO 8601 has it. */
const time = z.union([
  whole.min(0).max(253_402_300_799, 'has to lie before the year 10000'),
  z
    .string()
    .datetime({
      offset: true,
      message: 'has to be Unix seconds or an ISO 8601 time such as 2030-01-31T12:00:00Z',
    })
    .transform((text) => Math.floor(Date.parse(text) / 1000)),
])

const delivery = z.enum(deliveryModes)
const intent = { checkoutIntentId: id }

export const inputs = {
  advance: z
    .object({
      minutes: whole.min(0).max(tenYears).optional(),
      seconds: whole
        .min(0)
        .max(tenYears * 60)
        .optional(),
    })
    .strict()
    .refine(({ minutes, seconds }) => minutes !== undefined || seconds !== undefined, {
      message: 'has to be given, or seconds',
      path: ['minutes'],
    }),
  set: z.object({ to: time, frozen: z.boolean().default(false) }).strict(),
  reset: z.object({ idSeed: id.optional() }).strict(),
  restore: z.object({ snapshotId: id }).strict(),
  failure: z
    .object({
      route: z.string(),
      method: z.enum(['GET', 'POST', 'HEAD']).optional(),
      kind: z.enum(failureKinds),
      times: whole.min(1).max(most).default(1),
      ms: whole.min(0).max(120_000).optional(),
      status: whole.min(400, 'has to be 400 to 599').max(599, 'has to be 400 to 599').optional(),
      afterwards: z.boolean().default(false),
    })
    .strict()
    .refine(({ kind, ms }) => kind !== 'latency' || (ms !== undefined && ms > 0), {
      message: 'has to be given for latency, in milliseconds',
      path: ['ms'],
    })
    .refine(({ kind, status }) => kind === 'status' || status === undefined, {
      message: 'goes with the kind "status" alone',
      path: ['status'],
    }),
  defects: z
    .object({
      only: z.array(id).max(most).optional(),
      on: z.array(id).max(most).optional(),
      off: z.array(id).max(most).optional(),
    })
    .strict()
    .refine(({ only, on, off }) => only !== undefined || on !== undefined || off !== undefined, {
      message: 'has to be given, or on, or off',
      path: ['only'],
    }),
  journal: z
    .object({
      kind: z.enum(journalKinds).optional(),
      route: id.optional(),
      intent: id.optional(),
      status: whole.min(100).max(599).optional(),
      since: whole.min(0).optional(),
      limit: whole.min(1).max(100_000).optional(),
      /** Another world than the one asked, or `*` for all. */
      namespace: z.union([z.literal('*'), namespace]).optional(),
    })
    .strict(),
  pay: z
    .object({
      ...intent,
      action: z.enum(payActions).default('pay'),
      card: z.string().max(40).optional(),
      delivery: delivery.default('normal'),
      /** Whether the answer waits until the events have been delivered. */
      wait: z.boolean().default(true),
    })
    .strict(),
  expire: z
    .object({ ...intent, delivery: delivery.default('normal'), wait: z.boolean().default(true) })
    .strict(),
  redeliver: z.object({ ...intent, eventType: id.optional(), delivery: delivery.default('normal') }).strict(),
  removeNamespace: z.object({ namespace }).strict(),
} as const

export type Inputs = { readonly [Name in keyof typeof inputs]: z.input<(typeof inputs)[Name]> }
type Read<Name extends keyof Inputs> = z.output<(typeof inputs)[Name]>

/** Reads an input; throws a ControlError that names the first member that is wrong. */
export function readInput<Name extends keyof Inputs>(name: Name, given: unknown): Read<Name> {
  const schema: z.ZodType<Read<Name>, z.ZodTypeDef, unknown> = inputs[name]
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue === undefined) throw new TypeError('zod refused an input without an issue')
  throw fault(fieldOf(issue), wordsOf(issue))
}

/** An input whose member `field` is wrong. */
export function fault(field: string, words: string): ControlError {
  return new ControlError(400, 'control_input_invalid', `${field}: ${words}`, field)
}

function fieldOf(issue: z.ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return path.length === 0 ? '(body)' : path.join('.')
}

function wordsOf(issue: z.ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'is not known here'
  if (issue.code === 'invalid_enum_value') return `has to be one of ${issue.options.join(', ')}`
  if (issue.code === 'invalid_union') return issue.unionErrors.at(-1)?.issues[0]?.message ?? issue.message
  return issue.message
}

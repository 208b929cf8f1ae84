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
/** A whole number; whatever is wrong with it, the message says what it has to be. */
function whole(from: number, to: number = Number.MAX_SAFE_INTEGER) {
  const upTo = to === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${to}`
  const message = `has to be a whole number, ${from} ${upTo}`
  return z.number({ invalid_type_error: message }).int(message).min(from, message).max(to, message)
}
const tenYears = 10 * 366 * 24 * 60
const most = 1_000

const namespace = z.string().superRefine((name, context) => {
  const message = namespaceFault(name)
  if (message !== undefined) context.addIssue({ code: z.ZodIssueCode.custom, message })
})

const timeWords = 'has to be Unix seconds or an ISO 8601 time such as 2030-01-31T12:00:00Z, from 1970 to 9999'
/** The last second of the year 9999. */
export const latest = 253_402_300_799
const seconds = z.number().int(timeWords).min(0, timeWords).max(latest, timeWords)

/** Unix seconds, or a time as ISO 8601 has it. */
const time = z.union(
  [
    seconds,
    z
      .string()
      .datetime({ offset: true, message: timeWords })
      .transform((text) => Math.floor(Date.parse(text) / 1000))
      .pipe(seconds),
  ],
  { errorMap: () => ({ message: timeWords }) },
)

const delivery = z.enum(deliveryModes)
const intent = { checkoutIntentId: id }

export const inputs = {
  advance: z
    .object({
      minutes: whole(0, tenYears).optional(),
      seconds: whole(0, tenYears * 60).optional(),
    })
    .strict()
    .refine(({ minutes, seconds }) => minutes !== undefined || seconds !== undefined, {
      message: 'has to be given, or seconds',
      path: ['minutes'],
    }),
  set: z.object({ to: time, frozen: z.boolean().default(false) }).strict(),
  reset: z.object({ idSeed: id.optional() }).strict(),
  snapshot: z.object({}).strict(),
  restore: z.object({ snapshotId: id }).strict(),
  failure: z
    .object({
      route: z.string(),
      method: z.enum(['GET', 'POST', 'HEAD']).optional(),
      kind: z.enum(failureKinds),
      times: whole(1, most).default(1),
      ms: whole(0, 120_000).optional(),
      status: whole(400, 599).optional(),
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
    })
    .refine(({ kind, afterwards }) => !afterwards || kind === 'status' || kind === 'drop', {
      message: 'goes with the kinds "status" and "drop" alone: the others always come with the work done',
      path: ['afterwards'],
    })
    .refine(({ route, method }) => route !== 'stripe' || method !== 'HEAD', {
      message: 'is never HEAD in a call to Stripe, so the failure would never be met',
      path: ['method'],
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
      status: whole(100, 599).optional(),
      since: whole(0).optional(),
      limit: whole(1, 100_000).optional(),
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
  if (issue.code === 'invalid_union') {
    // What is wrong with the form that was meant; when it was none of them, the message of the whole.
    const issues = issue.unionErrors.flatMap(({ issues }) => issues)
    return issues.findLast(({ code }) => code !== 'invalid_type')?.message ?? issue.message
  }
  return issue.message
}

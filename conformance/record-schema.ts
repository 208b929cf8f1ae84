import { guarantees, profiles } from '../contracts/requirements/index.ts'
import { plainJsonSchema, type JsonSchema } from '../contracts/plain-json-schema.ts'
import { z } from '../contracts/zod.ts'
import { statuses } from './judge/judge.ts'

const count = z.number().int().nonnegative()
const status = z.enum(statuses)
const level = z.enum(['MUST', 'SHOULD', 'MAY'])
const requirement = z.string().regex(/^[A-Z]{3}-\d{2}$/)
/** A number for each status, none left out. */
const counts = z
  .object({
    pass: count,
    fail: count,
    warn: count,
    'not-applicable': count,
    blocked: count,
    inconclusive: count,
    error: count,
  } satisfies Record<(typeof statuses)[number], typeof count>)
  .strict()

const finding = z
  .object({
    message: z.string(),
    expected: z.string(),
    seen: z.string(),
    evidence: z.array(z.object({ entry: z.number().int().positive(), pointer: z.string() }).strict()),
  })
  .strict()

const checkResult = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/),
    requirement,
    guarantee: z.string().regex(new RegExp(`^(?:${guarantees.join('|')})$`)),
    level,
    profile: z.enum(profiles),
    title: z.string().min(1),
    status,
    judged: count,
    findings: z.array(finding),
    reasons: z.array(z.string()),
    blockedBy: z.union([requirement, z.null()]),
  })
  .strict()

/**
 * The shape of `record.json`, closed: a member that is not listed here is none of a record's. A test holds it to the type
 * that `createRecord` gives.
 */
export const recordSchema = z
  .object({
    format: z.literal(1),
    suite: z.string().min(1),
    target: z.string().min(1),
    profile: z.enum(profiles),
    seed: z.string().min(1),
    startedAt: z.string().datetime(),
    only: z.union([z.string(), z.null()]),
    verdict: z.enum(['conformant', 'non-conformant', 'incomplete']),
    counts,
    guarantees: z.record(z.string().regex(new RegExp(`^(?:${guarantees.join('|')})$`)), status),
    nonBilling: z.enum(['declared', 'observed', 'witnessed', 'not-shown']),
    exchanges: count,
    canaries: z.object({ planted: count, accepted: count }).strict(),
    sensitivity: z.object({ edits: count, caught: count, missed: z.array(z.string()) }).strict(),
    waivers: z.object({ applied: z.array(z.string()), problems: z.array(z.string()) }).strict(),
    checks: z.array(checkResult),
  })
  .strict()

/** The JSON Schema (2020-12) of `record.json`, for readers in any language. */
export function recordJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The record of a conformance run, format 1',
    ...plainJsonSchema(recordSchema),
  }
}

import { requirementById } from '../../contracts/requirements/index.ts'
import { profiles, type Profile, type Transcript } from '../transcript.ts'
import type { Check, Finding } from './check.ts'
import { prerequisites } from './prerequisites.ts'
import { createRecorder } from './recorder.ts'
import { createView, type View } from './view.ts'

export const statuses = [
  'pass',
  'fail',
  'warn',
  'not-applicable',
  'blocked',
  'inconclusive',
  'error',
] as const
export type Status = (typeof statuses)[number]

export interface CheckResult {
  readonly id: string
  readonly requirement: string
  readonly guarantee: string
  readonly level: Check['level']
  readonly profile: Profile
  readonly title: string
  readonly status: Status
  /** Observations judged. */
  readonly judged: number
  readonly findings: readonly Finding[]
  /** Why the check is not applicable, blocked, inconclusive or in error, and what would unlock it. */
  readonly reasons: readonly string[]
  /** The requirement whose failure blocks this check. */
  readonly blockedBy: string | null
}

/** Judges a transcript with each check. Pure: the same transcript gives the same results. */
export function judge(transcript: Transcript, checks: readonly Check[]): CheckResult[] {
  const view = createView(transcript)
  const held = new Map<string, boolean>()
  const holds = (id: keyof typeof prerequisites) => {
    let value = held.get(id)
    if (value === undefined) held.set(id, (value = prerequisites[id].held(view)))
    return value
  }
  return checks.map((check) => judgeOne(view, check, holds))
}

function judgeOne(view: View, check: Check, holds: (id: keyof typeof prerequisites) => boolean): CheckResult {
  const base = {
    id: check.id,
    requirement: check.requirement,
    guarantee: requirementById(check.requirement).guarantee,
    level: check.level,
    profile: check.profile,
    title: check.title,
    judged: 0,
    findings: [],
    blockedBy: null,
  }
  const locked = lockedReason(view, check)
  if (locked !== null) return { ...base, status: 'not-applicable', reasons: [locked] }

  const { record, result } = createRecorder({ stands: check.stands === true })
  try {
    check.judge(view, record)
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return {
      ...base,
      status: 'error',
      reasons: [`the check itself failed, which is a fault of the suite: ${message}`],
    }
  }
  const { judged, findings, missing, notApplicable } = result()
  if (notApplicable !== null && findings.length === 0)
    return { ...base, status: 'not-applicable', reasons: [notApplicable] }

  const failed = check.needs.find((id) => !holds(id) && prerequisites[id].reportedBy !== check.requirement)
  if (failed !== undefined && !(check.stands === true && findings.length > 0)) {
    const { reportedBy, title } = prerequisites[failed]
    const reasons = [`blocked by ${reportedBy}: it takes that ${title}`]
    return { ...base, judged, status: 'blocked', blockedBy: reportedBy, reasons }
  }
  if (findings.length > 0) {
    const status = check.level === 'MUST' ? 'fail' : check.level === 'SHOULD' ? 'warn' : 'pass'
    return { ...base, judged, findings, status, reasons: missing }
  }
  if (missing.length > 0 || judged === 0) {
    const aborts = check.scenarios.flatMap((scenario) => view.aborts(scenario))
    const reasons = [...new Set([...missing, ...aborts.map(({ message }) => message)])]
    return {
      ...base,
      judged,
      status: aborts.some(({ fault }) => fault) ? 'error' : 'inconclusive',
      reasons: reasons.length > 0 ? reasons : ['there was nothing to judge'],
    }
  }
  return { ...base, judged, status: 'pass', reasons: [] }
}

/** Why the profile of this run cannot judge the check, and how to unlock it; null when it can. */
function lockedReason({ header }: View, check: Check): string | null {
  const beyond = profiles.indexOf(check.profile) > profiles.indexOf(header.profile)
  if (beyond || !wants[check.profile].every((part) => header.configured.includes(part))) {
    return `needs the profile ${check.profile}: ${unlock[check.profile]}`
  }
  if (check.browser && !header.configured.includes('browser')) {
    return 'needs a browser: install playwright-core and a Chrome or Chromium, or set CHROME_PATH'
  }
  return null
}

const wants: { readonly [profile in Profile]: View['header']['configured'] } = {
  public: [],
  sandbox: ['webhookSecret'],
  owner: ['webhookSecret', 'owner'],
  witnessed: ['webhookSecret', 'witness'],
}

const unlock: { readonly [profile in Profile]: string } = {
  public: 'a URL is enough',
  sandbox: 'configure webhookSecret with the sandbox webhook signing secret',
  owner: 'configure owner.headers with a valid owner session',
  witnessed:
    "start the witness (--witness host:port) and point the target's Stripe client at it (STRIPE_API_BASE)",
}

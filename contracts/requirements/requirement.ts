/** What a requirement protects: the headings of the report, in its order. */
export const guarantees = [
  'redaction',
  'confirmation',
  'eligibility',
  'non-billing',
  'idempotency',
  'staleness',
  'webhook',
  'attribution',
  'ledger',
  'owner-gate',
  'pages',
  'source-data',
  'robustness',
] as const
export type Guarantee = (typeof guarantees)[number]

/** How far a target can be judged; each profile includes those before it where both are configured. */
export const profiles = ['public', 'sandbox', 'owner', 'witnessed'] as const
export type Profile = (typeof profiles)[number]

/** Three letters for the guarantee and two digits. Stable: never used for another clause. */
export type RequirementId = `${string}-${number}`

export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** Where a requirement comes from. A seed source is a JSON Pointer: its words are quoted from the seed at hand. */
export type Source =
  | { readonly kind: 'seed'; readonly pointer: string }
  | { readonly kind: 'wire'; readonly section: string; readonly words: string }
  | { readonly kind: 'standard'; readonly name: string; readonly clause: string }

/** One thing that an implementation must, should or may do, as it stands in `docs/requirements.md`. */
export interface Requirement {
  readonly id: RequirementId
  readonly level: Level
  readonly guarantee: Guarantee
  /** The first profile under which it can be judged. */
  readonly profile: Profile
  /** Judging it in full takes a browser; without one the static HTML is judged. */
  readonly browser?: true
  readonly statement: string
  /** A second, weaker clause of the same requirement: its failure is a warning. */
  readonly should?: string
  /** What a further profile adds to the clause. */
  readonly extra?: { readonly profile: Profile; readonly statement: string }
  readonly sources: readonly Source[]
  /** The harm that the requirement keeps away. */
  readonly why: string
  /** How to put a failure right. */
  readonly remedy: string
  readonly levelNotes?: string
}

/** A source in the seed, by JSON Pointer. */
export const seed = (pointer: string): Source => ({ kind: 'seed', pointer })
/** A source in the wire protocol: its section and what that says. */
export const wire = (section: string, words: string): Source => ({ kind: 'wire', section, words })
/** A source in a public standard or a vendor's public documentation. */
export const standard = (name: string, clause: string): Source => ({ kind: 'standard', name, clause })

/** Makes the rows of one guarantee: `row(id, level, profile, clause)`. */
export const rowsOf =
  (guarantee: Guarantee) =>
  (
    id: RequirementId,
    level: Level,
    profile: Profile,
    clause: Omit<Requirement, 'id' | 'level' | 'guarantee' | 'profile'>,
  ): Requirement => ({ id, level, guarantee, profile, ...clause })

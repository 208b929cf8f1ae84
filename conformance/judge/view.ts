import type { Contract } from '../../contracts/contract.ts'
import { deriveContract } from '../../contracts/derive.ts'
import type {
  Abort,
  Canary,
  Entry,
  Exchange,
  Operation,
  PageView,
  Pause,
  Transcript,
  TranscriptHeader,
  WitnessedCall,
} from '../transcript.ts'

/** Which entries to look at; every member that is given must match. */
export interface Where {
  readonly scenario?: string
  readonly step?: string
  readonly variant?: string
  readonly operation?: Operation
}

/** A transcript with the questions that checks ask of it. */
export interface View {
  readonly header: TranscriptHeader
  readonly contract: Contract
  readonly entries: readonly Entry[]
  readonly exchanges: (where?: Where) => readonly Exchange[]
  readonly pages: (where?: Where) => readonly PageView[]
  readonly calls: readonly WitnessedCall[]
  readonly pauses: readonly Pause[]
  readonly canary: (id: string) => Canary | undefined
  /** Where a scenario stopped early. */
  readonly aborts: (scenario: string) => readonly Abort[]
}

export function createView({ header, entries }: Transcript): View {
  const byScenario = new Map<string, (Exchange | PageView)[]>()
  const exchanges: Exchange[] = []
  const pages: PageView[] = []
  const calls: WitnessedCall[] = []
  const pauses: Pause[] = []
  for (const entry of entries) {
    if (entry.kind === 'call') calls.push(entry)
    else if (entry.kind === 'pause') pauses.push(entry)
    else if (entry.kind === 'exchange' || entry.kind === 'page') {
      if (entry.kind === 'exchange') exchanges.push(entry)
      else pages.push(entry)
      const list = byScenario.get(entry.scenario)
      if (list === undefined) byScenario.set(entry.scenario, [entry])
      else list.push(entry)
    }
  }
  const canaries = new Map(header.canaries.map((canary) => [canary.id, canary]))
  const select = <T extends Exchange | PageView>(
    all: readonly T[],
    kind: T['kind'],
    where: Where = {},
  ): readonly T[] => {
    const among: readonly (Exchange | PageView)[] =
      where.scenario === undefined ? all : (byScenario.get(where.scenario) ?? [])
    return among.filter((x): x is T => x.kind === kind && matches(x, where))
  }
  let contract: Contract | undefined
  return {
    header,
    get contract() {
      return (contract ??= contractOf(header))
    },
    entries,
    exchanges: (where) => select(exchanges, 'exchange', where),
    pages: (where) => select(pages, 'page', where),
    calls,
    pauses,
    canary: (id) => canaries.get(id),
    aborts: (scenario) =>
      entries.filter((entry) => entry.kind === 'abort').filter((abort) => abort.scenario === scenario),
  }
}

const contracts = new WeakMap<TranscriptHeader, Contract>()

/** One contract a header, so that what is compiled for a contract is compiled once. */
function contractOf(header: TranscriptHeader): Contract {
  let contract = contracts.get(header)
  if (contract === undefined) {
    const { published, settings } = header
    contract = deriveContract(header.seed, {
      ...settings,
      ledgerConfirmationText: published.ledgerText ?? settings.ledgerConfirmationText,
      ownerConfirmationText: published.ownerText ?? settings.ownerConfirmationText,
    })
    contracts.set(header, contract)
  }
  return contract
}

/**
 * A throttled or redirected answer on the way to the one that counts is matched by its own step, or where all is asked
 * for: no check that reads a scenario as a whole may judge it.
 */
export function matches(entry: Exchange | PageView, where: Where): boolean {
  if (where.scenario !== undefined && where.step === undefined && isAside(entry)) return false
  return (
    (where.scenario === undefined || entry.scenario === where.scenario) &&
    (where.step === undefined || entry.step === where.step) &&
    (where.variant === undefined || entry.variant === where.variant) &&
    (where.operation === undefined || entry.operation === where.operation)
  )
}

function isAside(entry: Exchange | PageView): boolean {
  return (
    entry.kind === 'exchange' && entry.operation === 'other' && /:(?:throttled|redirected)$/.test(entry.step)
  )
}

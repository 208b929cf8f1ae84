import type { Contract } from '../../contracts/contract.ts'
import type { Intent } from '../domain/records.ts'
import type { WireEffects } from '../faces/wire-effects.ts'
import type { Fields } from '../http/fields.ts'
import type { RouteName } from '../routes/route.ts'
import type { Behaviour, Effects } from './behaviour.ts'

/** What a responder may know: the exchange, and the private facts of the intent that it is about. */
export interface RespondContext extends Effects {
  readonly contract: Contract
  /** Undefined for a path that is no route. */
  readonly route: RouteName | undefined
  /** Its body is read already: see `requestBody`, `requestText`. */
  readonly request: Request
  readonly requestText: string
  /** The request's JSON object; empty when it was none. */
  readonly requestBody: Fields
  /** The intent that request or response names, with its private facts. */
  readonly intent: Intent | undefined
  /** Asks the same gateway, this defect and all others aside. */
  readonly inner: (request: Request) => Promise<Response>
  /** A memory of this defect's own, for what it must know of earlier exchanges. */
  readonly memory: Map<string, unknown>
}

/** One named deviation. */
export interface Defect {
  /** As in the catalogue. */
  readonly id: string
  /** The requirement whose check must catch it. */
  readonly breaks: string
  /** One sentence: what goes wrong. */
  readonly summary: string
  /** Milliseconds after an answer at which it shows; left out, it shows at once or within a fifth of a second. */
  readonly lateMs?: number
  /** It shows only where a page is run. */
  readonly browser?: true
  /** Replaces some decisions of the behaviour that it is given, which may have other defects already. */
  readonly behaviour?: (good: Behaviour, contract: Contract) => Partial<Behaviour>
  /** Changes a finished answer, as a proxy in front of the target could. */
  readonly respond?: (context: RespondContext, response: Response) => Promise<Response> | Response
  /** What a `Response` cannot say: the face over `node:http` puts it on the wire. */
  readonly wire?: (context: RespondContext) => WireEffects | undefined
}

/** Defines a defect; it does something at least in one of the three ways. */
export function defineDefect(
  defect: Defect & ({ behaviour: unknown } | { respond: unknown } | { wire: unknown }),
): Defect {
  return defect
}

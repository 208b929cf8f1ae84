import type { Contract } from '../../contracts/contract.ts'
import { withWire } from '../faces/wire-effects.ts'
import type { WireEffects } from '../faces/wire-effects.ts'
import { bodyOf } from '../http/answer.ts'
import { isFields, textField } from '../http/fields.ts'
import type { Fields } from '../http/fields.ts'
import type { Match } from '../http/match.ts'
import type { World } from '../world.ts'
import type { Behaviour } from './behaviour.ts'
import type { Defect } from './define.ts'
import { findDefects } from './find.ts'

/** The chosen defects and the behaviour that they make of the good one. Throws for an unknown id. */
export function applyDefects(ids: readonly string[], good: Behaviour, contract: Contract) {
  const chosen = findDefects(ids)
  let behaviour = good
  for (const defect of chosen) {
    if (defect.behaviour !== undefined) behaviour = { ...behaviour, ...defect.behaviour(behaviour, contract) }
  }
  return { chosen, behaviour }
}

type Fetch = (request: Request) => Promise<Response>

/** Puts the responders of the chosen defects behind the gateway. Without any, the gateway is what it was. */
export function withResponders(
  chosen: readonly Defect[],
  world: World,
  match: (pathname: string) => Match | undefined,
  inner: Fetch,
): Fetch {
  const responders = chosen
    .filter(({ respond, wire }) => respond !== undefined || wire !== undefined)
    .map(({ respond, wire }) => ({ respond, wire, memory: new Map<string, unknown>() }))
  if (responders.length === 0) return inner
  return async (request) => {
    const requestText = request.body === null ? '' : await request.clone().text()
    const requestBody = fieldsIn(requestText)
    let response = await inner(request)
    const route = match(new URL(request.url).pathname)
    const intent = await intentConcerned(world, request, requestBody, response, route)
    const effects: WireEffects[] = []
    for (const { respond, wire, memory } of responders) {
      const context = {
        ...world,
        route: route?.route.name,
        request,
        requestText,
        requestBody,
        intent,
        inner,
        memory,
      }
      if (respond !== undefined) response = await respond(context, response)
      const effect = wire?.(context)
      if (effect !== undefined) effects.push(effect)
    }
    // Last, since the mark belongs to this very response.
    return effects.reduce(withWire, response)
  }
}

/** The intent that the exchange names: in the body, the query, the path, the event or the answer. */
async function intentConcerned(
  world: World,
  request: Request,
  body: Fields,
  response: Response,
  match: Match | undefined,
) {
  const { searchParams } = new URL(request.url)
  const answered = (await bodyOf(response)) ?? {}
  const inside = (name: string) => {
    const member = answered[name]
    return isFields(member) ? textField(member, 'checkoutIntentId') : undefined
  }
  const id =
    textField(body, 'checkoutIntentId') ??
    searchParams.get('checkoutIntentId') ??
    searchParams.get('checkout_intent_id') ??
    textField(answered, 'checkoutIntentId') ??
    inside('commissionLedger') ??
    (match?.segment === undefined || match.segment === '' ? undefined : match.segment)
  return id === undefined ? undefined : world.store.read((tx) => tx.intents.get(id))
}

function fieldsIn(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : {}
  } catch {
    return {}
  }
}

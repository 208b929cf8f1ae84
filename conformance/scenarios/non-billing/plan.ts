import type { AllowedDecision, Contract } from '../../../contracts/contract.ts'

/**
 * The seeded kinds, spread over as few intents as possible so that no intent decides twice on one offer: a target may
 * refuse a second decision on the same offer.
 */
export function decisionPlan({ decisions }: Contract): readonly (readonly AllowedDecision[])[] {
  const intents: AllowedDecision[][] = []
  for (const decision of decisions) {
    const free = intents.find((kinds) =>
      kinds.every(({ presentedOfferId }) => presentedOfferId !== decision.presentedOfferId),
    )
    if (free === undefined) intents.push([decision])
    else free.push(decision)
  }
  return intents
}

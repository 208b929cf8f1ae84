import { defineDefect } from '../define.ts'

export const kindFromPrototype = defineDefect({
  id: 'kind-from-prototype',
  breaks: 'NBL-10',
  summary: 'Kinds are looked up in an object, so that inherited names are found.',
  behaviour: (_good, { decisions }) => {
    const offers: Record<string, unknown> = Object.fromEntries(
      decisions.map(({ decisionKind, presentedOfferId }) => [decisionKind, presentedOfferId]),
    )
    return {
      presentedOffer: (kind) => {
        const found = offers[kind]
        if (found === undefined) return undefined
        return typeof found === 'string' ? found : kind
      },
    }
  },
})

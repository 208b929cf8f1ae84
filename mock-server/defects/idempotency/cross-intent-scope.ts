import { defineDefect } from '../define.ts'

export const crossIntentScope = defineDefect({
  id: 'cross-intent-scope',
  breaks: 'IDM-03',
  summary: 'A key of one intent replays its decision for another.',
  behaviour: (good) => ({
    sameRequest: (operation, recorded, asked) =>
      operation === 'decision'
        ? kindIn(recorded) === kindIn(asked)
        : good.sameRequest(operation, recorded, asked),
  }),
})

/** A decision's fingerprint is the pair of its intent and its kind. */
function kindIn(fingerprint: string): unknown {
  const pair: unknown = JSON.parse(fingerprint)
  return Array.isArray(pair) ? pair[1] : undefined
}

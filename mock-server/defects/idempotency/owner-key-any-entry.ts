import { defineDefect } from '../define.ts'

export const ownerKeyAnyEntry = defineDefect({
  id: 'owner-key-any-entry',
  breaks: 'IDM-03',
  summary: 'The key of an owner action answers with it for another entry, too.',
  behaviour: (good) => ({
    sameRequest: (operation, recorded, asked) =>
      operation === 'owner'
        ? actionIn(recorded) === actionIn(asked)
        : good.sameRequest(operation, recorded, asked),
  }),
})

/** An action's fingerprint is the pair of its entry and its kind. */
function actionIn(fingerprint: string): unknown {
  const pair: unknown = JSON.parse(fingerprint)
  return Array.isArray(pair) ? pair[1] : undefined
}

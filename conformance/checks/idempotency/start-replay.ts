import { replayCheck } from '../../judge/key-checks.ts'

export const startReplay = replayCheck({
  id: 'idempotency/start-replay',
  scenario: 'idempotency/start-keys',
  what: 'checkout start',
  profile: 'sandbox',
  needs: ['start'],
})

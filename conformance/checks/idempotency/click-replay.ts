import { replayCheck } from '../../judge/key-checks.ts'

export const clickReplay = replayCheck({
  id: 'idempotency/click-replay',
  scenario: 'idempotency/click-keys',
  what: 'click',
  profile: 'sandbox',
  needs: ['click'],
})

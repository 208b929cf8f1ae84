import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { noTimes } from './no-times.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const racers = 20

export const ownerTimes: Scenario = {
  id: 'staleness/owner-times',
  profile: 'owner',
  title: 'owner actions that expect no time, another time than the present one, and the present one',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const entry = await givenLedgerEntry(driver)
    const { ledgerId: commissionLedgerId, updatedAt } = entry
    const act = (step: string, variant: string, members: Members) =>
      driver.send(ownerRequest(driver, { commissionLedgerId, ...members }, { step, variant }))
    for (const [variant, value] of noTimes(updatedAt))
      await act('no-time', variant, { expectedUpdatedAt: value })
    for (const [variant, value] of [
      ['second-before', updatedAt - 1],
      ['second-after', updatedAt + 1],
      ['hour-after', updatedAt + 3600],
    ] as const) {
      await act('stale', variant, { expectedUpdatedAt: value })
    }
    // The other actions on fewer times: what differs between actions is whether the time is looked at at all.
    for (const actionKind of ['hold_for_review', 'reverse_evidence']) {
      await act('no-time', `${actionKind}/absent`, { actionKind, expectedUpdatedAt: undefined })
      for (const [name, value] of [
        ['second-before', updatedAt - 1],
        ['second-after', updatedAt + 1],
      ] as const) {
        await act('stale', `${actionKind}/${name}`, { actionKind, expectedUpdatedAt: value })
      }
    }
    let current = updatedAt
    for (const [i, actionKind] of (
      ['mark_reviewed', 'hold_for_review', 'mark_reviewed'] as const
    ).entries()) {
      const variant = String(i + 1)
      const { json } = await act('act', variant, { actionKind, expectedUpdatedAt: current })
      const next = member(json, 'commissionLedger', 'updatedAt')
      if (typeof next !== 'number') return
      if (next !== current) await act('overtaken', variant, { actionKind, expectedUpdatedAt: current })
      current = next
    }
  },
}

export const ownerRace: Scenario = {
  id: 'staleness/owner-race',
  profile: 'owner',
  title: 'twenty racing owner actions on one expected time, each with its own key',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const { ledgerId: commissionLedgerId, updatedAt } = await givenLedgerEntry(driver)
    let expectedUpdatedAt = updatedAt
    for (const variant of ['round-1', 'round-2']) {
      const about = { expectedUpdatedAt }
      const sent = await driver.race(
        Array.from({ length: racers }, (_, i) =>
          ownerRequest(
            driver,
            {
              commissionLedgerId,
              expectedUpdatedAt,
              actionKind: i % 2 === 0 ? 'mark_reviewed' : 'hold_for_review',
            },
            { step: 'race', variant, about },
          ),
        ),
      )
      const times = sent.flatMap(({ response, json }) => {
        const time = member(json, 'commissionLedger', 'updatedAt')
        return response?.status === 200 && typeof time === 'number' ? [time] : []
      })
      if (times.length === 0) return
      expectedUpdatedAt = Math.max(...times)
    }
  },
}

import { expect, test } from 'vitest'
import { StoreUnavailable } from '../store.ts'
import { LostRace } from './failures.ts'
import { createRetries } from './retries.ts'

const noPause = { sleep: async () => undefined, random: () => 0.5 }

/** Loses so many races, then comes through. */
function losing(times: number) {
  let runs = 0
  return {
    runs: () => runs,
    attempt: async () => {
      runs += 1
      if (runs <= times) throw new LostRace('40001')
      return 'done'
    },
  }
}

test('a lost race is run again until it comes through', async () => {
  const work = losing(3)
  expect(await createRetries(noPause)(work.attempt)).toBe('done')
  expect(work.runs()).toBe(4)
})

test('the number of races is bounded, and the next in turn still runs', async () => {
  const retried = createRetries({ ...noPause, most: 5 })
  const hopeless = losing(Infinity)
  const failed = retried(hopeless.attempt)
  const next = retried(losing(2).attempt)
  await expect(failed).rejects.toThrow(StoreUnavailable)
  expect(hopeless.runs()).toBe(5)
  expect(await next).toBe('done')
})

test('anything but a lost race is not run again', async () => {
  let runs = 0
  const failed = createRetries(noPause)(async () => {
    runs += 1
    throw new StoreUnavailable('away')
  })
  await expect(failed).rejects.toThrow(StoreUnavailable)
  expect(runs).toBe(1)
})

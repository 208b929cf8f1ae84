import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultSeed, readContract } from '../../../contracts/seed-file.ts'
import { keyId } from '../../domain/idempotency.ts'
import { serve } from '../../faces/serve.ts'
import { createStripeTwin } from '../../stripe-twin/twin.ts'
import { readRows } from '../rows.ts'
import { scopedStore } from '../scoped.ts'
import { startCliReplica, type CliReplica } from './cli-replica.fixture.ts'
import { createClient } from './client.fixture.ts'
import { startFront } from './front.fixture.ts'
import { startDatabaseServer, type DatabaseServer } from './server.fixture.ts'
import { createPostgresStore } from './store.ts'

const stories = 60
const atOnce = 8
const killAfter = 20
const held = 'held-at-stripe'
const webhookSecret = 'whsec_of_all_replicas'

let server: DatabaseServer
let replicas: CliReplica[] = []

beforeAll(async () => {
  server = await startDatabaseServer()
})
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.kill()))
  await server.stop()
})

test('a replica killed in mid-run: nothing acknowledged is lost, nothing happens twice', async () => {
  const contract = readContract(defaultSeed)
  const address = await server.database()
  const twin = createStripeTwin()
  let reached = (): void => undefined
  const atStripe = new Promise<void>((resolve) => (reached = resolve))
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const stripe = await serve(async (request) => {
    if (request.headers.get('idempotency-key') === held) {
      reached()
      await gate
    }
    return twin.fetch(request)
  })
  const args = [
    '--store',
    'env:DATABASE',
    '--stripe-base',
    stripe.origin,
    '--stripe-key',
    'sk_test_ofAllReplicas',
  ]
  const secrets = ['--webhook-secret', webhookSecret, '--owner-token', 'owner-of-all-replicas']
  replicas = await Promise.all(
    [1, 2, 3, 4].map(() => startCliReplica([...args, ...secrets], { DATABASE: address })),
  )
  const front = await startFront(replicas.map(({ origin }) => origin))
  const client = createClient(front.origin, contract, webhookSecret)
  const [doomed] = replicas
  if (doomed === undefined) throw new Error('no replica')
  try {
    // The doomed replica has reserved a start and waits for Stripe; nobody has been told anything about it.
    const body = JSON.stringify({ confirmationText: contract.texts.checkout, idempotencyKey: held })
    const headers = { 'content-type': 'application/json' }
    const lost = fetch(`${doomed.origin}${contract.routes.checkout}`, { method: 'POST', headers, body }).then(
      () => 'answered',
      () => 'cut off',
    )
    await atStripe

    let done = 0
    let killed: Promise<void> | undefined
    const todo = Array.from({ length: stories }, (_, at) => at)
    const walk = async (): Promise<void> => {
      for (let at = todo.shift(); at !== undefined; at = todo.shift()) {
        const intent = await client.start(`start-${at}`)
        await client.pay(intent)
        await client.decide(intent, `decision-${at}`)
        done += 1
        // No await: the other walkers are in the midst of their stories.
        if (done === killAfter) killed = doomed.kill()
      }
    }
    await Promise.all(Array.from({ length: atOnce }, walk))
    await killed
    open()
    expect(await lost).toBe('cut off')
    const recovered = await client.start(held)

    // Everything again under its own key, as a client would that does not trust its notes.
    for (let at = 0; at < stories; at += 1) {
      await client.decide(await client.start(`start-${at}`), `decision-${at}`)
    }

    const store = createPostgresStore({ connectionString: address })
    const rows = await readRows(scopedStore(store, 'default'))
    await store.close()
    const recordOf = (operation: string, key: string) =>
      rows.keys.find(({ id }) => id === keyId(operation, key))?.recordId
    expect(client.told.size).toBe(2 * stories + 1)
    for (const [key, ids] of client.told) {
      expect([...ids], key).toEqual([recordOf(key.startsWith('decision') ? 'decision' : 'checkout', key)])
    }
    expect(rows.intents).toHaveLength(stories + 1)
    expect(rows.intents.filter(({ status }) => status === 'paid')).toHaveLength(stories)
    expect(rows.intents.find(({ status }) => status === 'stripe_session_created')?.id).toBe(recovered)
    expect(rows.decisions).toHaveLength(stories)
    expect(rows.events).toHaveLength(stories)
    expect(rows.tallies.map(({ group, total }) => [group, total])).toEqual([['decision', stories]])
    expect([...twin.sessions.all()]).toHaveLength(stories + 1)
    expect(front.given[0]).toBeGreaterThan(killAfter)
    for (const replica of replicas) expect(replica.output()).not.toContain(new URL(address).password)
  } finally {
    open()
    await front.close()
    await stripe.close()
  }
}, 240_000)

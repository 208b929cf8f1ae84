import { afterEach, describe, expect, test } from 'vitest'
import { clicked, decide, ownerAct, start, started } from '../testing/story.ts'
import { createJournal } from './journal.ts'
import { refusal, startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

describe('the journal', () => {
  test('tells who asked whom for what, and how it ended', async () => {
    gateway = startSandbox()
    const { control, contract } = gateway
    const checkoutIntentId = await started(gateway, { idempotencyKey: 'k' })
    await control.pay({ checkoutIntentId })
    await decide(gateway, checkoutIntentId)
    const lines = control
      .journal()
      .map(({ kind, method, route, status, intent }) => [kind, method, route, status, intent])
    expect(lines).toEqual([
      ['request', 'POST', 'checkout', 200, checkoutIntentId],
      ['twin', 'POST', 'checkout.sessions.create', 200, checkoutIntentId],
      ['webhook', 'POST', 'webhook', 200, checkoutIntentId],
      ['webhook', 'POST', 'webhook', 200, checkoutIntentId],
      ['webhook', 'POST', 'webhook', 200, checkoutIntentId],
      ['request', 'GET', 'decisions', 200, checkoutIntentId],
      ['request', 'POST', 'decisions', 200, checkoutIntentId],
    ])
    expect(control.journal({ kind: 'webhook' }).at(-1)).toMatchObject({
      request: { type: 'checkout.session.completed', payment_status: 'paid', signed: true },
      response: { checkoutIntentUpdated: true, checkoutIntentStatus: 'paid' },
    })
    expect(control.journal({ route: 'checkout' })).toMatchObject([
      { path: contract.routes.checkout, outcome: 'answered', response: { status: 'stripe_session_created' } },
    ])
  })

  test('filters by kind, route, intent, status and what is new, and gives the newest', async () => {
    gateway = startSandbox()
    const { control } = gateway
    const [one, two] = [await started(gateway), await started(gateway)]
    const mark = control.journalMark()
    await decide(gateway, one)
    expect(control.journal({ intent: two })).toHaveLength(2)
    expect(control.journal({ status: 409 })).toMatchObject([{ route: 'decisions', intent: one }])
    expect(control.journal({ since: mark }).map(({ route }) => route)).toEqual(['decisions', 'decisions'])
    expect(control.journal({ limit: 1 })).toMatchObject([{ status: 409 }])
    expect(control.journal({ kind: 'twin', intent: one })).toHaveLength(1)
  })

  test('reads over the worlds: another one, or all', async () => {
    gateway = startSandbox()
    const { control } = gateway
    for (const name of ['a', 'b']) await started(gateway.at(name))
    expect(control.journal()).toEqual([])
    expect(control.journal({ namespace: 'a' })).toHaveLength(2)
    expect(control.journal({ namespace: '*', kind: 'request' }).map(({ namespace }) => namespace)).toEqual([
      'a',
      'b',
    ])
  })

  test('keeps nothing private of anybody', async () => {
    gateway = startSandbox()
    const { control, ownerToken, webhookSecret, contract } = gateway
    const secrets = {
      email: 'hidden.buyer@secret.example',
      key: 'a-key-nobody-may-see',
      agent: 'agent-of-the-secret-kind',
      visitor: 'visitor-4711',
      reason: 'because of the private reason',
    }
    const checkoutIntentId = await started(gateway, {
      buyerEmail: secrets.email,
      idempotencyKey: secrets.key,
      agentClientId: secrets.agent,
      [`a-member-${secrets.email}`]: 1,
    })
    await clicked(gateway, { anonymousVisitorKey: secrets.visitor })
    await control.pay({ checkoutIntentId })
    await decide(gateway, checkoutIntentId, { idempotencyKey: secrets.key })
    await start(gateway, { confirmationText: `${secrets.email} cs_test_a1b2c3d4e5f6` })
    await ownerAct(gateway, {}, { reason: secrets.reason })
    const [session] = gateway.twin.sessions.all()
    await gateway.get(`${contract.routes.success}?session_id=${String(session?.id)}&x=${secrets.email}`)
    await gateway.get(`/nowhere/${String(session?.id)}/${encodeURIComponent(secrets.email)}`)

    const told = JSON.stringify(control.journal())
    expect(told).toContain('"buyerEmail":"[masked]"')
    for (const secret of [...Object.values(secrets), ownerToken, webhookSecret]) {
      expect(told).not.toContain(secret)
      expect(told).not.toContain(encodeURIComponent(secret))
    }
    expect(told).not.toMatch(/\b(?:cs_test|pi|cus|evt|ch|whsec|sk_test)_\w/)
  })

  test('is bounded, whatever comes', async () => {
    gateway = startSandbox({ journalSize: 10 })
    const { control, contract, post } = gateway
    for (let n = 0; n < 25; n += 1) await gateway.get(contract.routes.checkout)
    expect(control.journal()).toHaveLength(10)
    expect(control.journal().map(({ n }) => n)).toEqual(Array.from({ length: 10 }, (_, at) => at + 16))

    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`member${at}`, 'x'.repeat(10)]))
    await post(contract.routes.checkout, { ...many, confirmationText: 'y'.repeat(50_000) })
    await post(contract.routes.checkout, `{"confirmationText":"${'z'.repeat(300_000)}"}`)
    await gateway.get(`/${'long'.repeat(1_000)}`)
    for (const entry of control.journal()) expect(JSON.stringify(entry).length).toBeLessThan(5_000)
  })

  test('is not kept where control is off', async () => {
    gateway = startSandbox({ control: false })
    await started(gateway)
    expect(await refusal(() => gateway.control.journal())).toMatchObject({ code: 'journal_off' })
  })

  test('an exchange under way shows, and one whose beginning is gone does not come back', () => {
    gateway = startSandbox()
    let time = 0
    const journal = createJournal({ namespace: 'n', size: 2, now: () => 7, stopwatch: () => (time += 3) })
    const begun = {
      kind: 'request',
      method: 'GET',
      path: '/',
      route: null,
      intent: null,
      request: {},
    } as const
    const ends = [journal.begin(begun), journal.begin(begun)]
    expect(journal.entries()).toMatchObject([{ n: 1, outcome: 'under way', took: null }, { n: 2 }])
    const mark = journal.last()
    ends[1]?.({ status: 200, outcome: 'answered' })
    expect(journal.entries({ since: mark })).toMatchObject([{ n: 2, status: 200, took: 3 }])
    journal.begin(begun)
    ends[0]?.({ status: 200, outcome: 'answered' })
    expect(journal.entries().map(({ n }) => n)).toEqual([2, 3])
  })
})

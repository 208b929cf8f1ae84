import { describe, expect, test } from 'vitest'
import type { Exchange, Header } from '../transcript.ts'
import { differencesIn, positionsOf } from './difference.ts'

const order = [...'ABBABA']
const random = () => Math.random().toString(36).slice(2).padEnd(11, '0')

interface Answer {
  readonly body: string
  readonly headers?: readonly Header[]
}

function exchange(step: string, flow: number, { body, headers = [] }: Answer): Exchange {
  return {
    kind: 'exchange',
    n: flow * 10 + step.length,
    scenario: 'two-worlds',
    step,
    operation: 'decision.read',
    sentAt: 0,
    tookMs: 1,
    request: { method: 'GET', path: '/', headers: [], body: null },
    response: { status: 200, reason: 'OK', headers, trailers: [], body, wire: [] },
    about: { world: order[flow] ?? '', flow },
  }
}

/** What is told of six flows in which each step is answered as `answer` says. */
function told(answer: (world: string, flow: number) => Answer, steps = ['read', 'again', 'later']) {
  const exchanges = order.flatMap((world, flow) =>
    steps.map((step) => exchange(step, flow, answer(world, flow))),
  )
  return differencesIn(positionsOf(exchanges)).map(({ step, pointer, how }) => `${step} ${pointer} ${how}`)
}

const json = (body: object): Answer => ({ body: JSON.stringify(body) })
const secret = { A: 'anna@short.example', B: 'bartholomew.the.second@a-much-longer-host.example' }
const of = (world: string) => (world === 'A' ? secret.A : secret.B)

describe('what follows from a secret is told', () => {
  test('a mask, a number, a flag, a name and a part', () => {
    expect(told((w) => json({ contact: of(w).slice(0, 2) }), ['read'])).toEqual([
      'read /response/body/contact value',
    ])
    expect(told((w) => json({ size: of(w).length }), ['read'])).toEqual(['read /response/body/size value'])
    expect(told((w) => json({ long: of(w).length > 30 }), ['read'])).toHaveLength(1)
    expect(told((w) => json({ [of(w).slice(0, 4)]: 1 }), ['read'])).toHaveLength(2)
    expect(told((w) => json({ list: [1, { deep: [of(w).at(1)] }] }), ['read'])).toHaveLength(1)
  })

  test('a length, where each value is fresh', () => {
    const sealed = (w: string) => Array.from(of(w), () => random()[0]).join('')
    expect(told((w) => json({ sealed: sealed(w) }), ['read'])).toEqual(['read /response/body/sealed length'])
  })

  test('a part at the beginning or the end, where each value is fresh', () => {
    const part = (w: string) => (w === 'A' ? '3f9a0c' : 'd2075e')
    const found = ['read /response/body/id part']
    expect(told((w) => json({ id: `id-${part(w)}${random()}` }), ['read'])).toEqual(found)
    expect(told((w) => json({ id: `${random()}${part(w)}-x` }), ['read'])).toEqual(found)
  })

  test('a word of a header beside others that change, and a word of a page', () => {
    const note = (w: string): Header => ['x-note', `t=${random()}; of=${of(w).length}`]
    expect(told((w) => ({ body: '{}', headers: [note(w)] }), ['read'])).toHaveLength(1)
    const page = (w: string) => ({ body: `<p data-id="${random()}" title="${of(w).slice(0, 3)}">Hi</p>` })
    expect(told(page, ['read']).length).toBeGreaterThan(0)
  })

  test('only on the step where it is', () => {
    const exchanges = order.flatMap((world, flow) => [
      exchange('read', flow, json({ message: 'done' })),
      exchange('again', flow, json({ message: of(world).slice(0, 3) })),
    ])
    expect(differencesIn(positionsOf(exchanges)).map(({ step }) => step)).toEqual(['again'])
  })
})

describe('noise is not told', () => {
  test('fresh ids of one kind that begin and end alike by chance', () => {
    const chance = (w: string) => (w === 'A' ? '39a' : '7c0')
    expect(told((w) => json({ id: `checkout-intent-${chance(w)}${random()}${chance(w)}-eu1` }))).toEqual([])
  })

  test('fresh ids, of one length or another', () => {
    for (let i = 0; i < 300; i += 1) {
      const id = () => Math.floor(Math.random() * 10 ** (9 + Math.floor(Math.random() * 4)))
      expect(told(() => json({ id: random(), number: String(id()), at: `${id()}` }), ['read'])).toEqual([])
    }
  })

  test('clocks, counters and nodes that take turns', () => {
    const nodes = ['n1', 'n2', 'n3']
    let count = 0
    for (const size of [1, 2, 3])
      for (const perFlow of [1, 2, 3, 4, 5]) {
        count = 0
        const steps = Array.from({ length: perFlow }, (_, i) => `step ${'x'.repeat(i)}`)
        const seen = told((_w, flow) => {
          count += 1
          const node = nodes[count % size] ?? ''
          return { ...json({ at: 1_790_000_000 + Math.floor(flow / 2), count }), headers: [['x-node', node]] }
        }, steps)
        expect(seen).toEqual([])
      }
  })

  test('a value that the other world has at the same place in another step', () => {
    // By chance one step meets the pattern of the worlds; the next one does not.
    const exchanges = order.flatMap((world, flow) => [
      exchange('read', flow, { body: '{}', headers: [['x-node', world === 'A' ? 'n1' : 'n2']] }),
      exchange('again', flow, { body: '{}', headers: [['x-node', flow % 2 === 0 ? 'n1' : 'n2']] }),
    ])
    expect(differencesIn(positionsOf(exchanges))).toEqual([])
  })

  test('a step that a flow did not reach, or that had no answer, is no position', () => {
    const some = order.slice(0, 5).map((world, flow) => exchange('read', flow, json({ w: of(world) })))
    const rest = order.map((_, flow) => exchange('again', flow, json({})))
    expect(positionsOf([...some, ...rest]).map(({ step }) => step)).toEqual(['again'])
    const silent = order.map((_, flow) => ({ ...exchange('read', flow, json({})), response: null }))
    expect(positionsOf(silent)).toEqual([])
  })
})

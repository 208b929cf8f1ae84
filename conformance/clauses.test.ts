import { describe, expect, test } from 'vitest'
import { requirementById, requirements } from '../contracts/requirements/index.ts'
import { readSeedFile } from '../contracts/seed-file.ts'
import { checks } from './checks/index.ts'
import { rulings } from './clause-table.ts'
import { clausesOf, idleRulings } from './clauses.ts'
import { unjudged } from './unjudged.ts'

const seed = readSeedFile(new URL('../seeds/checkout-offer-source-data.json', import.meta.url))
const clauses = clausesOf(seed)
const checked = new Set(checks.map(({ requirement }) => requirement))

describe('no gap', () => {
  test('each clause of the seed has requirements or a reason, never both', () => {
    const open = clauses.filter(({ requirements, reason }) => requirements.length > 0 === (reason !== null))
    expect(open.map(({ at }) => at)).toEqual([])
  })

  test('each requirement has a check or a reason', () => {
    const reasons = new Set(unjudged.map(({ requirement }) => requirement))
    expect(requirements.map(({ id }) => id).filter((id) => !checked.has(id) && !reasons.has(id))).toEqual([])
  })

  test('a requirement that quotes the seed is named by the clause that it quotes', () => {
    const silent = requirements.flatMap(({ id, sources }) =>
      sources.flatMap((source) => {
        if (source.kind !== 'seed') return []
        const named = clauses.some(
          ({ pointer, requirements }) =>
            (pointer === source.pointer || pointer.startsWith(`${source.pointer}/`)) &&
            requirements.includes(id),
        )
        return named ? [] : [`${id} ${source.pointer}`]
      }),
    )
    expect(silent).toEqual([])
  })

  test('a new member, a new sentence and a new list member are gaps', () => {
    const edited = structuredClone(seed) as unknown as Record<string, unknown>
    edited['promise'] = 'Something new.'
    edited['caveat'] = `${seed.caveat ?? ''} It also does more.`
    edited['writeBoundary'] = (seed.writeBoundary ?? '').replace(/\.$/, ', and patience.')
    const open = clausesOf(edited).filter(
      ({ requirements, reason }) => requirements.length === 0 && reason === null,
    )
    expect(open.map(({ at, words }) => [at, words])).toEqual([
      ['/writeBoundary#6.17', 'patience.'],
      ['/caveat#3', 'It also does more.'],
      ['/promise', 'Something new.'],
    ])
  })
})

describe('no orphan', () => {
  test('each check and each reason belongs to a requirement of the catalogue', () => {
    for (const { requirement } of [...checks, ...unjudged])
      expect(requirementById(requirement).id).toBe(requirement)
  })

  test('no reason stands for a requirement that has checks, and none twice', () => {
    const reasons = unjudged.map(({ requirement }) => requirement)
    expect(reasons.filter((id) => checked.has(id))).toEqual([])
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  test('each ruling reaches a clause and names requirements that exist', () => {
    expect(idleRulings(seed)).toEqual([])
    for (const { requirements } of rulings)
      for (const id of requirements) expect(requirementById(id).id).toBe(id)
  })

  test('a ruling whose pointer or sentence is gone is idle', () => {
    const { caveat: _caveat, ...rest } = seed
    expect(idleRulings(rest)).toContain('/caveat#2.9')
    expect(idleRulings({ ...seed, writeBoundary: 'One. Two.' })).toContain('/writeBoundary#6.1')
  })
})

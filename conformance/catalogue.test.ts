import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { requirementById } from '../contracts/requirements/index.ts'
import { checks } from './checks/index.ts'
import { scenarios } from './scenarios/index.ts'
import { preflightId } from './scenarios/preflight.ts'
import { suiteVersion } from './version.ts'
import packageJson from '../package.json' with { type: 'json' }

describe('the lists keep step', () => {
  test('ids are unique', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
  })

  for (const check of checks) {
    test(`${check.id} stands in its own file, under its guarantee, at its level`, () => {
      expect(existsSync(join(import.meta.dirname, 'checks', `${check.id}.ts`))).toBe(true)
      const requirement = requirementById(check.requirement)
      expect(check.id.split('/')[0]).toBe(requirement.guarantee)
      const levels = [requirement.level, ...(requirement.should === undefined ? [] : ['SHOULD'])]
      expect(levels).toContain(check.level)
    })

    test(`${check.id} reads scenarios that exist`, () => {
      const known = new Set(['*', preflightId, ...scenarios.map(({ id }) => id)])
      expect(check.scenarios.filter((id) => !known.has(id))).toEqual([])
    })
  }

  test('every scenario is read by a check', () => {
    const read = new Set(checks.flatMap((check) => check.scenarios))
    expect(scenarios.filter(({ id }) => !read.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('the version is the package’s', () => {
    expect(suiteVersion).toBe(`${packageJson.name} ${packageJson.version}`)
  })
})

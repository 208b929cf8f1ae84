import { describe, expect, test } from 'vitest'
import { openResults } from './gateway.fixture.ts'
import { runOnVariant } from './run-variant.fixture.ts'
import { together } from './variants/compose.fixture.ts'
import { variants } from './variants/list.fixture.ts'
import type { Wrap } from './variants/variant.fixture.ts'

/** Variants that go together share a run, to save time; each stands in exactly one. `VARIANT=<id>` runs one by itself. */
const shared: readonly (readonly string[])[] = [
  [
    'compressed',
    'pretty-json',
    'cookies',
    'other-preview-reason',
    'wrong-types-refused',
    'counts-above-zero',
    'click-keys-compared',
  ],
  ['base-path', 'extra-members', 'problem-json', 'security-headers', 'future-signatures-refused'],
  ['chunked-and-closed', 'escaped-json', 'free-texts', 'pages-not-found', 'html-not-found'],
  ['trailing-slash', 'entity-tags', 'duplicate-left-out', 'json-only', 'second-decision-refused'],
  ['slow', 'absolute-redirect', 'client-rendered', 'live-events-taken', 'get-and-post-only'],
  ['rate-limited', 'reversed-members', 'jumping-times', 'foreign-return-urls-refused'],
  ['other-ids', 'unknown-members-refused', 'reused-keys-replay', 'post-purchase-forms'],
  ['sessions-compared', 'basic-owner', 'large-pages', 'one-checkout-a-click'],
  ['ids-like-stripes'],
  ['no-referrals', 'half-characters-refused'],
  ['long-texts', 'words-that-look-inside'],
  ['test-environment'],
  ['shared-sandbox'],
]

const one = process.env['VARIANT']
const groups = (one === undefined ? shared : [[one]]).map((ids) => ids.map(variantOf))

function variantOf(id: string) {
  const variant = variants.find((each) => each.id === id)
  if (variant === undefined) throw new TypeError(`there is no variant "${id}"`)
  return variant
}

/** "Where implementations may differ, and none of it is a failure" (WIRE): nor is it a warning, nor left unjudged. */
describe('a conforming variant of the gateway is not blamed', () => {
  for (const group of groups) {
    const variant = together(group)
    test(
      variant.id,
      async () => {
        const result = await runOnVariant(variant)
        const open = openResults(result).filter(
          ({ id, status }) =>
            !(status === 'warn' && variant.mayWarn?.includes(id) === true) &&
            !(status === 'inconclusive' && variant.mayBeUnclear?.includes(id) === true),
        )
        expect(open).toEqual([])
        const unclear = result.record.checks.some(({ status }) => status === 'inconclusive')
        expect(result.record.verdict).toBe(unclear ? 'incomplete' : 'conformant')
      },
      180_000,
    )
  }

  test('who has used up a quota is left unjudged', async () => {
    let left = 150
    const wrap: Wrap = (fetch) => async (request) =>
      (left -= 1) >= 0
        ? fetch(request)
        : Response.json({ ok: false, code: 'quota' }, { status: 429, headers: { 'retry-after': '3600' } })
    const { record } = await runOnVariant({ id: 'quota', title: 'a quota', wrap })
    expect(record.checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([])
    expect(record.verdict).toBe('incomplete')
  }, 180_000)

  test('who sends more than a run can keep is left unjudged', async () => {
    const padding = ' '.repeat(900 * 1024)
    const wrap: Wrap = (fetch) => async (request) => {
      const response = await fetch(request)
      if (request.method !== 'GET' || response.status !== 200) return response
      return new Response(`${await response.text()}${padding}`, response)
    }
    const { record } = await runOnVariant({ id: 'padded', title: 'padded answers', wrap })
    expect(record.checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([])
    expect(record.verdict).toBe('incomplete')
  }, 180_000)

  test('each variant has its run', () => {
    expect(shared.flat().toSorted()).toEqual(variants.map(({ id }) => id).toSorted())
  })
})

import { describe, expect, test } from 'vitest'
import { defaultSeed, readContract } from '../../../contracts/seed-file.ts'
import type { Seed } from '../../../contracts/contract.ts'
import { runOnGateway } from '../../gateway.fixture.ts'
import type { Check } from '../../judge/check.ts'
import { decodeEntities } from '../../judge/entities.ts'
import { createRecorder, type Observations } from '../../judge/recorder.ts'
import { createView } from '../../judge/view.ts'
import type { Exchange, Json, Transcript } from '../../transcript.ts'
import { clickPrivacy } from '../redaction/click-privacy.ts'
import { pagesButtonsClosed } from './buttons-closed.ts'
import { callsOf } from './foreign-calls.ts'
import { pagesPreviewShowsOffers } from './preview-shows-offers.ts'
import { stopwatch } from '../../stopwatch.fixture.ts'

const { transcript } = await runOnGateway({
  only: 'pages/preview-shows-offers,pages/buttons-closed,redaction/click-privacy',
  profile: 'sandbox',
})

/** What a check makes of the correct gateway's answers when those of a step have another body, under another seed. */
function judged(check: Check, step: string, body: (x: Exchange) => string, seed?: Seed): Observations {
  const edited: Transcript = {
    header: { ...transcript.header, seed: seed ?? transcript.header.seed },
    entries: transcript.entries.map((entry) =>
      entry.kind === 'exchange' && entry.step === step && entry.response !== null
        ? { ...entry, response: { ...entry.response, body: body(entry) } }
        : entry,
    ),
  }
  const { record, result } = createRecorder()
  check.judge(createView(edited), record)
  return result()
}
const messages = ({ findings }: Observations) => findings.map(({ message }) => message)

describe('the preview page in HTML', () => {
  const { seed } = readContract(defaultSeed)
  const [stack] = seed.stacks
  const titled = (title: string): Seed => ({
    ...seed,
    stacks: stack === undefined ? [] : [{ ...stack, primaryOffer: { ...stack.primaryOffer, title } }],
  })
  const shows = (title: string, html: string) =>
    judged(
      pagesPreviewShowsOffers,
      'preview',
      () => `<!doctype html><p>${html} 9.00</p><p>Launch checklist bump 19.00</p>`,
      titled(title),
    )

  test.each([
    ['Prämie', 'Pr&auml;mie'],
    ['½ Jahr', '&frac12; Jahr'],
    ['Œuvre…', '&OElig;uvre&hellip;'],
  ])('%s may be written %s', (title, html) => {
    expect(shows(title, html)).toMatchObject({ findings: [], missing: [] })
  })
  test('a reference that nobody here can read is not blamed, and proves nothing', () => {
    const { findings, missing } = shows('Łódź', '&Lstrok;&oacute;d&zacute;')
    expect(findings).toEqual([])
    expect(missing).toHaveLength(1)
  })
  test('a name that every object of JavaScript has is no reference', () => {
    expect(decodeEntities('&constructor;')).toBe('&constructor;')
  })
  test('a title that is not there is a fault', () => {
    expect(messages(shows('Prämie', 'Praemie')).join()).toContain('does not show the offer')
  })
})

describe('the decisions of a page whose intent is not eligible', () => {
  const { seed } = readContract(defaultSeed)
  const named: Seed = {
    ...seed,
    postPurchaseDecisions: {
      ...seed.postPurchaseDecisions,
      allowedDecisions: seed.postPurchaseDecisions.allowedDecisions.map((each) => ({
        ...each,
        decisionKind: 'accept',
      })),
    },
  }
  const faultsOf = (markup: string) =>
    messages(judged(pagesButtonsClosed, 'post-purchase', () => `<!doctype html>${markup}`, named))

  test.each([
    '<button class="accept-cookies" id="accept">OK</button>',
    '<button data-for="accept-cookies" title="accept">OK</button>',
    '<button disabled value="accept">Yes</button>',
  ])('%s is none', (markup) => {
    expect(faultsOf(markup)).toEqual([])
  })
  test.each([
    '<button value="accept">Yes</button>',
    '<a href="/decide/accept?x=1">Yes</a>',
    `<button onclick="decide('accept')">Yes</button>`,
  ])('%s is one', (markup) => {
    expect(faultsOf(markup)).not.toEqual([])
  })
})

describe('a network address in the answer to a click', () => {
  const click = (name: string, value: Json) =>
    judged(clickPrivacy, 'click', (x) =>
      JSON.stringify({ ...(JSON.parse(x.response?.body ?? '{}') as object), [name]: value }),
    )
  const faults = (name: string, value: Json) => messages(click(name, value))

  test.each([
    ['seenFrom', '203.0.113.7'],
    ['seenFrom', '203.0.113.7:4711'],
    ['seenFrom', '::ffff:127.0.0.1'],
    ['seenFrom', '::1'],
    ['seenFrom', '2001:db8::a:1'],
    ['seenFrom', '[2001:db8::1]:443'],
    ['seenFrom', '2001:db8:0:0:0:0:0:1'],
  ])('%s: %s', (name, value) => {
    expect(faults(name, value)).toEqual(['a click answers with a network address'])
  })
  test.each([
    ['apiVersion', '1.4.0.2'],
    ['schema', '300.1.2.3'],
    ['engine', '300.1.2.3'],
    ['clock', '10:15:30'],
    ['sequence', '12:34:56'],
    ['sequence', '1:2:3:4:5:6:7:8:9'],
    ['scope', '::'],
    ['scope', 'a::b::c'],
  ])('not in %s: %s', (name, value) => {
    expect(faults(name, value)).toEqual([])
  })
})

test('a script that is made to take long is looked through in time', () => {
  const took = stopwatch()
  expect(callsOf(`<script>import${'\n'.repeat(60_000)}</script>`)).toEqual([])
  expect(took()).toBeLessThan(800)
  expect(callsOf(`<script>import ( "/a.js"); import '/b.js'</script>`)).toHaveLength(2)
})

import type { Driver } from '../../drive/driver.ts'
import { click, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** How often the click is replayed between the reads of the counts: two sizes, so that others' clicks are no evidence. */
const rounds = [3, 5]

export const attributionClicks: Scenario = {
  id: 'attribution/clicks',
  profile: 'sandbox',
  title: 'clicks on listed and unlisted links and destinations, replayed clicks, and what is counted',
  drive: async (driver) => {
    const { canaries, contract } = driver
    if (!takesReferrals(contract)) return
    const { eligible } = contract.referralLinks
    if (eligible.code !== undefined) {
      await click(driver, { referralLinkId: undefined, code: eligible.code }, { step: 'by-code' })
    }
    for (const [variant, members] of unlisted(driver)) {
      await click(driver, members, { step: 'unlisted', variant })
    }
    // The same body each time: another one under a used key may be refused.
    const members = {
      idempotencyKey: canaries.mint('idempotency-key'),
      anonymousVisitorKey: canaries.mint('visitor-key'),
    }
    await readCounts(driver, 'before')
    await click(driver, members, { step: 'click' })
    await readCounts(driver, 'after-click')
    for (const [round, times] of rounds.entries()) {
      for (let i = 0; i < times; i += 1) await click(driver, members, { step: 'replay' })
      await readCounts(driver, `after-${round + 1}`, times)
    }
  },
}

function unlisted({ contract, random }: Driver): [variant: string, members: Members][] {
  const { eligible, ineligible } = contract.referralLinks
  const { referralLinkId, destinationRoute, code } = eligible
  const suffix = Buffer.from(random(6)).toString('hex')
  const links: [variant: string, members: Members][] = [
    ['link-made-up', { referralLinkId: `ref-link-${suffix}` }],
    ['link-longer', { referralLinkId: `${referralLinkId}-${suffix}` }],
    ['link-shorter', { referralLinkId: referralLinkId.slice(0, -1) }],
    ['link-other-case', { referralLinkId: swapCase(referralLinkId) }],
    ['code-made-up', { referralLinkId: undefined, code: `NOBODY${suffix.toUpperCase()}` }],
    ['link-trailing-blank', { referralLinkId: `${referralLinkId} ` }],
    ['link-absent', { referralLinkId: undefined }],
  ]
  if (code !== undefined) {
    links.push(['code-other-case', { referralLinkId: undefined, code: swapCase(code) }])
    links.push(['code-trailing-blank', { referralLinkId: undefined, code: `${code} ` }])
    links.push(['code-shorter', { referralLinkId: undefined, code: code.slice(0, -1) }])
    links.push(['code-longer', { referralLinkId: undefined, code: `${code}${suffix.toUpperCase()}` }])
  }
  const destinations: [variant: string, destinationRoute: string][] = [
    ['made-up', `/elsewhere/${suffix}`],
    ['longer', `${destinationRoute}-${suffix}`],
    ['other-case', swapCase(destinationRoute)],
    ['trailing-slash', `${destinationRoute}/`],
    ['trailing-blank', `${destinationRoute} `],
    ['below', `${destinationRoute}/${suffix}`],
    ['with-query', `${destinationRoute}?from=${suffix}`],
    ['absolute', `https://elsewhere.example${destinationRoute}`],
    ['protocol-relative', `//elsewhere.example${destinationRoute}`],
    ['script', 'javascript:void(0)'],
    ['of-another-link', ineligible.destinationRoute],
  ]
  return [
    ...links.filter(
      ([, members]) =>
        members['referralLinkId'] !== referralLinkId &&
        (members['code'] === undefined || members['code'] !== code),
    ),
    ...destinations
      .filter(([, destination]) => destination !== destinationRoute)
      .map(([variant, destination]): [string, Members] => [
        `destination-${variant}`,
        { destinationRoute: destination },
      ]),
  ]
}

function swapCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('')
}

async function readCounts(driver: Driver, variant: string, replays = 0): Promise<void> {
  await driver.send({
    operation: 'commerce-source-data.read',
    step: 'counts',
    variant,
    path: driver.contract.routes.commerceSourceData,
    about: { replays },
  })
}

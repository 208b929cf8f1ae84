import type { PrerequisiteId } from '../transcript.ts'
import { errorCode, isObject, isSuccess, memberOf, startedIntent } from './look.ts'
import { takesReferrals } from './referrals.ts'
import type { View } from './view.ts'

/** A step that other checks build on. When it never came about, the cause is reported once, by one requirement. */
export interface Prerequisite {
  readonly title: string
  /** The requirement whose check fails when this does not hold; what the contract does not have at all holds. */
  readonly reportedBy: string
  readonly held: (view: View) => boolean
}

export const prerequisites: { readonly [id in PrerequisiteId]: Prerequisite } = {
  'source-data': {
    title: 'the source data can be read',
    reportedBy: 'SRC-01',
    held: (view) =>
      view
        .exchanges({ operation: 'source-data.read' })
        .some((x) => isSuccess(x) && memberOf(x, 'id') === view.contract.seed.id),
  },
  'checkout-read': {
    title: 'the checkout read contract can be read',
    reportedBy: 'SRC-08',
    held: (view) =>
      view
        .exchanges({ operation: 'checkout.read' })
        .some((x) => isSuccess(x) && isObject(memberOf(x, 'offer')) && isObject(memberOf(x, 'confirmation'))),
  },
  'decision-read': {
    title: 'the post-purchase contract can be read',
    reportedBy: 'CNF-05',
    held: (view) =>
      view
        .exchanges({ operation: 'decision.read' })
        .some(
          (x) => isSuccess(x) && isObject(memberOf(x, 'contract')) && isObject(memberOf(x, 'confirmation')),
        ),
  },
  webhook: {
    title: 'the webhook route answers in the words of the contract',
    reportedBy: 'WHK-01',
    held: (view) =>
      view
        .exchanges({ operation: 'webhook.deliver' })
        .some((x) => errorCode(x) !== undefined || (isSuccess(x) && memberOf(x, 'received') === true)),
  },
  start: {
    title: 'a confirmed start gives a checkout intent',
    reportedBy: 'CNF-03',
    held: (view) =>
      view.exchanges({ operation: 'checkout.start' }).some((x) => startedIntent(x) !== undefined),
  },
  pay: {
    title: 'a signed, paid event makes an intent eligible',
    reportedBy: 'ELG-03',
    held: (view) =>
      view
        .exchanges({ operation: 'decision.read' })
        .some((x) => memberOf(x, 'checkout', 'eligible') === true),
  },
  decide: {
    title: 'a confirmed decision on an eligible intent is recorded',
    reportedBy: 'CNF-04',
    held: (view) =>
      view
        .exchanges({ operation: 'decision.record' })
        .some((x) => isSuccess(x) && typeof memberOf(x, 'decision', 'decisionId') === 'string'),
  },
  click: {
    title: 'a click on the eligible link is recorded',
    reportedBy: 'ATT-01',
    held: (view) =>
      !takesReferrals(view.contract) ||
      view
        .exchanges({ operation: 'click.record' })
        .some((x) => isSuccess(x) && typeof memberOf(x, 'referralClickId') === 'string'),
  },
  attribute: {
    title: 'an eligible click is attached to a start',
    reportedBy: 'ATT-01',
    held: (view) =>
      !takesReferrals(view.contract) ||
      view
        .exchanges({ operation: 'checkout.start' })
        .some((x) => isObject(memberOf(x, 'referralAttribution'))),
  },
  ledger: {
    title: 'commission evidence for an attributed, paid intent is recorded',
    reportedBy: 'LED-01',
    held: (view) =>
      !takesReferrals(view.contract) ||
      view
        .exchanges({ operation: 'ledger.record' })
        .some(
          (x) => isSuccess(x) && typeof memberOf(x, 'commissionLedger', 'commissionLedgerId') === 'string',
        ),
  },
  'owner-gate': {
    title: 'the owner route refuses a stranger in the words of the contract',
    reportedBy: 'OWN-01',
    held: (view) =>
      view
        .exchanges()
        .some(
          (x) => (x.operation === 'owner.act' || x.operation === 'owner.read') && errorCode(x) !== undefined,
        ),
  },
  owner: {
    title: 'an owner action is recorded',
    reportedBy: 'OWN-03',
    held: (view) =>
      view
        .exchanges({ operation: 'owner.act' })
        .some((x) => isSuccess(x) && isObject(memberOf(x, 'reviewAction'))),
  },
  pages: {
    title: 'the pages answer with HTML',
    reportedBy: 'PAG-02',
    held: (view) =>
      view
        .exchanges({ operation: 'page.preview' })
        .some((x) => isSuccess(x) && /<[a-z!]/i.test(x.response?.body ?? '')) || view.pages().length > 0,
  },
  witness: {
    title: "the target's Stripe client talks to the twin",
    reportedBy: 'NBL-06',
    held: (view) => view.calls.length > 0,
  },
}

import type { Check } from '../../judge/check.ts'
import { errorCode, isObject, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/attach'
/** Replays of the first start, with its click. */
const replays = ['replay', 'replay-after-conflict', 'replay-after-the-same-click', 'replay-after-paid']
const replayed = { status: 200, body: '{"ok":true,"duplicate":true}' }

export const attributionFixedAfterStart: Check = {
  id: 'attribution/fixed-after-start',
  requirement: 'ATT-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'another click, or a first one, on a replayed checkout key is a conflict and changes nothing',
  scenarios: [scenario],
  needs: ['click', 'start', 'attribute'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    for (const step of ['other-click', 'other-click-after-paid', 'first-click-on-replay']) {
      record.each(view.exchanges({ scenario, step }), `a replay with ${step}`, (x) => {
        record.expect(statusOf(x) === 409 && errorCode(x) !== undefined, x, {
          message: `a replay with ${step === 'first-click-on-replay' ? 'a first' : 'another'} click is no conflict (${step})`,
          expected: '409 checkout_referral_attribution_conflict',
          seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
          pointer: '/response/status',
        })
      })
    }
    const first = view.exchanges({ scenario, step: 'start' })[0]
    // A replay may leave out what the start said; but then each of them does.
    const [again] = view.exchanges({ scenario, step: 'replay' })
    const untold =
      again === undefined || memberOf(again, 'referralAttribution', 'referralClickId') === undefined
    for (const step of replays) {
      record.each(view.exchanges({ scenario, step }), `the ${step} with the first click`, (x) => {
        const clickId = memberOf(x, 'referralAttribution', 'referralClickId')
        const same =
          first !== undefined &&
          startedIntent(x) === startedIntent(first) &&
          ((clickId === undefined && untold) || clickId === first.about['referralClickId'])
        record.expect(same, x, {
          message: 'the replay with the first click does not give the first checkout and click again',
          expected: show(first?.about['referralClickId']),
          seen: `${statusOf(x)} ${show(clickId ?? errorCode(x) ?? memberOf(x, 'status'))}`,
          pointer: '/response/body/referralAttribution',
        })
      })
    }
    for (const x of view.exchanges({ scenario, step: 'replay-without-click' })) {
      record.expect(!isObject(memberOf(x, 'referralAttribution')), x, {
        message: 'a click was attached to a checkout that began without one',
        expected: 'referralAttribution: null',
        seen: show(memberOf(x, 'referralAttribution', 'referralClickId')),
        pointer: '/response/body/referralAttribution',
      })
    }
  },
  counterexamples: [
    {
      name: 'another click is answered as a replay',
      edit: (editor) => editor.respond({ scenario, step: 'other-click' }, replayed),
    },
    {
      name: 'another click is taken once the checkout is paid',
      edit: (editor) => editor.respond({ scenario, step: 'other-click-after-paid' }, replayed),
    },
    {
      name: 'a first click is answered as a replay',
      edit: (editor) => editor.respond({ scenario, step: 'first-click-on-replay' }, replayed),
    },
    {
      name: 'the conflict changed the click',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay-after-conflict' }, (body) => {
          body['referralAttribution'] = { referralClickId: 'another' }
        }),
    },
    {
      name: 'another start takes the click away',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay-after-the-same-click' }, (body) => {
          body['referralAttribution'] = null
        }),
    },
    {
      name: 'the conflict attached a click',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay-without-click' }, (body) => {
          body['referralAttribution'] = { referralClickId: 'one' }
        }),
    },
  ],
}

import type { ReferralLink } from '../../contracts/settings.ts'
import type { Click } from '../domain/records.ts'
import { count } from '../domain/tallies.ts'
import { answer, Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import { field, isAbsent, textField } from '../http/fields.ts'
import { clickView } from '../projections/affiliates.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Call, Handler, Key } from './route.ts'
import { fieldsOf, keyFor } from './route.ts'

interface Ask {
  readonly link: ReferralLink
  readonly key: Key | undefined
  readonly fingerprint: string
  readonly privates: Click['privates']
}

/** WIRE 7. */
export const recordClick: Handler = async (call) => {
  const { world } = call
  const ask = readClick(call, await fieldsOf(call))
  const { click, duplicate } = await world.behaviour.atomically('click', world.store, (tx) =>
    keepClick(tx, world, ask),
  )
  return answer(clickView(click, duplicate))
}

function readClick(call: Call, fields: Fields): Ask {
  const { behaviour } = call.world
  const key = keyFor(call, 'click', fields, 'idempotency_required')
  const referralLinkId = linkName(fields, 'referralLinkId')
  const code = linkName(fields, 'code')
  const link = behaviour.linkOf({
    ...(referralLinkId !== undefined && { referralLinkId }),
    ...(code !== undefined && { code }),
  })
  if (link === undefined) throw new Refusal(400, 'unsupported_referral_link')
  const destinationRoute = textField(fields, 'destinationRoute')
  if (destinationRoute === undefined || !behaviour.destinationFits(link, destinationRoute)) {
    throw new Refusal(400, 'unsupported_destination_route')
  }
  const { headers } = call.request
  return {
    link: { ...link, destinationRoute },
    key,
    fingerprint: JSON.stringify([link.referralLinkId, destinationRoute]),
    privates: {
      visitorKey: textField(fields, 'anonymousVisitorKey') ?? null,
      userAgent: headers.get('user-agent'),
      referrer: headers.get('referer'),
    },
  }
}

/** A name of a wrong type names no link. */
function linkName(fields: Fields, name: string): string | undefined {
  const value = field(fields, name)
  if (isAbsent(value)) return undefined
  if (typeof value !== 'string') throw new Refusal(400, 'unsupported_referral_link')
  return value
}

async function keepClick(tx: Transaction, world: World, ask: Ask) {
  const { behaviour } = world
  const { link, key } = ask
  if (key !== undefined && behaviour.remembersKeys('click')) {
    const known = await tx.keys.get(key.id)
    if (known !== undefined) {
      const click = behaviour.sameRequest('click', known.fingerprint, ask.fingerprint)
        ? await tx.clicks.get(known.recordId)
        : undefined
      if (click === undefined) throw new Refusal(409, 'referral_click_idempotency_conflict')
      if (behaviour.countsReplay('click')) await countClick(tx, click)
      return { click, duplicate: true }
    }
  }
  const click: Click = {
    id: world.newId('referral-click'),
    referralLinkId: link.referralLinkId,
    referralCode: link.code ?? null,
    partnerId: link.partnerId ?? null,
    destinationRoute: link.destinationRoute,
    createdAt: world.seconds(),
    privates: ask.privates,
  }
  if (key !== undefined && behaviour.remembersKeys('click')) {
    await tx.keys.add({ id: key.id, fingerprint: ask.fingerprint, recordId: click.id })
  }
  await tx.clicks.add(click)
  await countClick(tx, click)
  return { click, duplicate: false }
}

function countClick(tx: Transaction, click: Click): Promise<void> {
  return count(tx, { group: 'click', dimensions: [click.referralLinkId], at: click.createdAt })
}

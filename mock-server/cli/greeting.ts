import { isLoopback } from '../faces/loopback.ts'
import type { RunningMock } from './start.ts'

/** What `npm run mock` prints once it runs: addresses, the sandbox's secrets, and lines to try. */
export function greeting(mock: RunningMock, defects: readonly string[]): string {
  const { contract, origin, ownerToken, stripeBase, twin, webhookSecret } = mock
  const { hostname } = new URL(origin)
  const { stack, routes } = contract
  const warning = isLoopback(hostname)
    ? []
    : [
        `WARNING  Other machines can reach this. It is a sandbox without protection: use a network you trust.`,
        '',
      ]
  return [
    '',
    ...warning,
    `Gateway  ${origin}  (${stack.title})`,
    `Stripe   ${stripeBase}${twin === undefined ? '' : '  (the twin: it records every call)'}`,
    ...(defects.length === 0 ? [] : [`Defects  ${defects.join(', ')}`]),
    '',
    'Secrets of this sandbox. They are made to be shown and open nothing else:',
    `  webhook secret  ${webhookSecret}`,
    `  owner token     ${ownerToken}`,
    '',
    'To look at:',
    `  ${origin}${routes.preview}`,
    `  ${origin}${routes.sourceData}`,
    '',
    'To try:',
    ...tries(mock).flatMap(([what, line]) => [`  # ${what}`, `  ${line}`]),
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n')
}

/** Shell lines for what one does first, each with its purpose. Texts and prices are the contract's. */
export function tries({
  contract,
  origin,
  webhookSecret,
}: RunningMock): readonly (readonly [string, string])[] {
  const { allowedBumps, primaryOffer, routes, texts } = contract
  const checkout = `${origin}${routes.checkout}`
  const start = {
    confirmationText: texts.checkout,
    idempotencyKey: 'try-1',
    orderBumpPriceIds: allowedBumps.map(({ priceId }) => priceId),
  }
  const event = {
    id: 'evt_try_1',
    object: 'event',
    type: 'checkout.session.completed',
    livemode: false,
    data: {
      object: {
        object: 'checkout.session',
        payment_status: 'paid',
        livemode: false,
        amount_total: [primaryOffer, ...allowedBumps].reduce((sum, offer) => sum + offer.unitAmountCents, 0),
        currency: primaryOffer.currency,
        metadata: { checkout_intent_id: 'INTENT' },
      },
    },
  }
  return [
    ['the read contract', `curl -s ${quoted(checkout)}`],
    ['a preview: nothing starts', post(checkout, { ...start, previewOnly: true })],
    ['a confirmed start: answers with a checkoutIntentId', post(checkout, start)],
    [
      'pay it: sign an event for that id, as Stripe does, and send it',
      [
        'intent=…; ',
        `body=$(printf %s ${quoted(JSON.stringify(event))} | sed "s/INTENT/$intent/"); t=$(date +%s); `,
        `v1=$(printf %s "$t.$body" | openssl dgst -sha256 -hmac ${quoted(webhookSecret)} | sed 's/.* //'); `,
        `curl -s ${quoted(`${origin}${routes.webhook}`)} -H 'content-type: application/json' `,
        '-H "stripe-signature: t=$t,v1=$v1" --data-binary "$body"',
      ].join(''),
    ],
  ]
}

function post(url: string, body: unknown): string {
  return `curl -s ${quoted(url)} -H 'content-type: application/json' -d ${quoted(JSON.stringify(body))}`
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

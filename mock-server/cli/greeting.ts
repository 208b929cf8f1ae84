import { controlPrefix } from '../control/http.ts'
import type { RunningMock } from './start.ts'

/** What `npm run mock` prints once it runs: addresses, the sandbox's secrets, and lines to try. */
export function greeting(mock: RunningMock, defects: readonly string[]): string {
  const { contract, controlled, exposed, made, networkOrigin, origin, ownerToken } = mock
  const { store, stripeBase, twin, webhookSecret, webhookUrl } = mock
  const { stack, routes } = contract
  const warning = exposed
    ? [
        `WARNING  Other machines can reach this. It is a sandbox without protection: use a network you trust.`,
        ...(controlled
          ? ['WARNING  --control is on: they can also reset it, move its clock and make it fail.']
          : []),
        '',
      ]
    : []
  return [
    '',
    ...warning,
    `Gateway  ${origin}  (${stack.title})`,
    ...(networkOrigin === undefined ? [] : [`         ${networkOrigin}  from other machines`]),
    `Stripe   ${stripeBase}${twin === undefined ? '' : '  (the twin: records every call, has the pay pages)'}`,
    ...(twin === undefined || twin.payOrigin === stripeBase
      ? []
      : [`         ${twin.payOrigin}  where browsers see the pay pages`]),
    ...(webhookUrl === undefined
      ? []
      : [`Events   ${webhookUrl}  (not to the gateway: its intents stay open)`]),
    ...(store === undefined
      ? []
      : [
          `Store    ${store}`,
          '         Its replicas need the same --stripe-base, --stripe-key and secrets.',
        ]),
    ...(defects.length === 0 ? [] : [`Defects  ${defects.join(', ')}`]),
    '',
    'Secrets of this sandbox. Those shown were made for it and open nothing else:',
    `  webhook secret  ${made.webhookSecret ? webhookSecret : 'as given'}`,
    `  owner token     ${made.ownerToken ? ownerToken : 'as given'}`,
    '',
    'To look at:',
    `  ${origin}${routes.preview}`,
    `  ${origin}${routes.sourceData}`,
    ...(controlled ? [`  ${origin}${controlPrefix}/  (the console: journal, clock, failures, defects)`] : []),
    '',
    'To try:',
    ...tries(mock).flatMap(([what, line]) => [`  # ${what}`, `  ${line}`]),
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n')
}

/** Shell lines for what one does first, each with its purpose. Texts and prices are the contract's. */
export function tries({ contract, origin, twin }: RunningMock): readonly (readonly [string, string])[] {
  const { buyableBumps, routes, texts } = contract
  const checkout = `${origin}${routes.checkout}`
  const start = {
    confirmationText: texts.checkout,
    idempotencyKey: 'try-1',
    orderBumpPriceIds: buyableBumps.map(({ priceId }) => priceId),
  }
  return [
    ['the read contract', `curl -s ${quoted(checkout)}`],
    ['a preview: nothing starts', post(checkout, { ...start, previewOnly: true })],
    ['a confirmed start: answers with a checkoutIntentId', post(checkout, start)],
    ...(twin === undefined ? [] : [payment(checkout)]),
  ]
}

/** Follows the gateway's redirect to the twin's pay page and presses its button; the twin sends the signed event. */
function payment(checkout: string): readonly [string, string] {
  const redirect = `"$(curl -s -o /dev/null -w '%{redirect_url}' ${quoted(`${checkout}/redirect/`)}"$INTENT")"`
  return [
    'pay it, with INTENT set to that id; in a browser, open the redirect instead',
    `curl -s ${redirect} -d action=pay -d 'card=4242 4242 4242 4242'`,
  ]
}

function post(url: string, body: unknown): string {
  return `curl -s ${quoted(url)} -H 'content-type: application/json' -d ${quoted(JSON.stringify(body))}`
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

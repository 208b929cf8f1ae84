/** What a test card does when it is charged. */
type CardOutcome =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'authenticates' }
  | { readonly kind: 'fails'; readonly code: string; readonly message: string }

function fails(code: string, message: string): CardOutcome {
  return { kind: 'fails', code, message }
}

/** Cards that pay, by brand. Source: Stripe's testing guide, as all that follow. */
const paying: Readonly<Record<string, readonly string[]>> = {
  Visa: ['4242424242424242', '4000056655665556'],
  Mastercard: ['5555555555554444', '2223003122003222', '5200828282828210', '5105105105105100'],
  'American Express': ['378282246310005', '371449635398431'],
  Discover: ['6011111111111117', '6011000990139424', '6011981111111113'],
  'Diners Club': ['3056930009020004', '36227206271667', '30569309025904', '38520000023237'],
  'BCcard and DinaCard': ['6555900000604105'],
  JCB: ['3566002020360505'],
  UnionPay: ['6200000000000005', '6200000000000047', '6205500000000000004'],
  // 3-D Secure is supported, and not asked for unless the account's rules do.
  'Visa with 3-D Secure': ['4000000000003055'],
}

/** Cards that ask for 3-D Secure when they pay once. */
const authenticating = ['4000002500003155', '4000002760003184', '4000003800000446', '4000000000003220']

const testCards: ReadonlyMap<string, CardOutcome> = new Map<string, CardOutcome>([
  ...Object.values(paying)
    .flat()
    .map((number) => [number, { kind: 'succeeds' }] as const),
  ...authenticating.map((number) => [number, { kind: 'authenticates' }] as const),
  ['4000000000000002', fails('card_declined', 'Your card was declined.')],
  ['4000000000009995', fails('insufficient_funds', 'Your card has insufficient funds.')],
  ['4000000000009987', fails('lost_card', 'Your card was declined.')],
  ['4000000000009979', fails('stolen_card', 'Your card was declined.')],
  ['4000000000000069', fails('expired_card', 'Your card has expired.')],
  ['4000000000000127', fails('incorrect_cvc', "Your card's security code is incorrect.")],
  [
    '4000000000000119',
    fails('processing_error', 'An error occurred while processing your card. Try again in a little bit.'),
  ],
])

/** What a card number does: blanks and dashes are passed over. Only test cards work here, as in Stripe's test mode. */
export function outcomeOf(cardNumber: string): CardOutcome {
  const digits = cardNumber.replace(/[\s-]/g, '')
  const known = testCards.get(digits)
  if (known !== undefined) return known
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits)) {
    return fails('incorrect_number', 'Your card number is incorrect.')
  }
  return fails(
    'card_declined',
    'Your card was declined. This is a test: use a test card such as 4242 4242 4242 4242.',
  )
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

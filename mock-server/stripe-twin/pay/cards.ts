/** What a test card does when it is charged. */
type CardOutcome =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'authenticates' }
  | { readonly kind: 'fails'; readonly code: string; readonly message: string }

function fails(code: string, message: string): CardOutcome {
  return { kind: 'fails', code, message }
}

/** Stripe's documented test cards, by number. Source: Stripe's testing guide. */
const testCards: ReadonlyMap<string, CardOutcome> = new Map([
  ['4242424242424242', { kind: 'succeeds' }],
  ['4000056655665556', { kind: 'succeeds' }],
  ['5555555555554444', { kind: 'succeeds' }],
  ['378282246310005', { kind: 'succeeds' }],
  ['4000002500003155', { kind: 'authenticates' }],
  ['4000000000000002', fails('card_declined', 'Your card was declined.')],
  ['4000000000009995', fails('insufficient_funds', 'Your card has insufficient funds.')],
  ['4000000000009987', fails('lost_card', 'Your card was declined.')],
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

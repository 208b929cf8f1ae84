/** What a refusal, or a reason for which nothing was started, means to a buyer. Codes are for programs. */
export const refusalWords: Readonly<Record<string, string>> = {
  no_answer: 'There was no answer. Nothing is lost: try again.',
  store_unavailable: 'The shop is not available for a moment. Nothing is lost: try again.',
  stripe_checkout_error: 'The payment page could not be opened. Nothing was paid: try again.',
  live_mode_disabled: 'This shop is set to real payments, which this sandbox never takes.',
  sandbox_offer_not_found: 'This offer is not sold any more. Reload the page.',
  unsupported_order_bump: 'One of the additions cannot be ordered with this offer. Reload the page.',
  order_bump_currency_mismatch:
    'One of the additions is sold in another currency. Take it out and try again.',
  confirmation_text_required: 'Nothing was started: the text is not exactly the one shown.',
  missing_or_incomplete_sandbox_secret: 'Nothing was started: this shop has no payment page set up.',
  test_checkout_intent_created: 'The checkout was started for a test, without a payment page.',
  checkout_intent_not_found: 'There is no such checkout.',
  post_purchase_confirmation_required: 'Type the confirmation text exactly as shown.',
  post_purchase_decision_idempotency_conflict: 'A decision on this offer was already recorded, and it stays.',
  post_purchase_checkout_not_eligible: 'This checkout is not open for decisions any more.',
  post_purchase_checkout_stale_state: 'The checkout has changed meanwhile. Reload the page, then decide.',
  post_purchase_path_expired: 'The time for these offers is over. Nothing more is recorded.',
}

import { refusedOffersCheck } from '../../judge/refused-offers.ts'

export const onlyListedBumps = refusedOffersCheck({
  id: 'confirmation/only-listed-bumps',
  title: 'no bump off the allow-list is added',
  step: 'unlisted-bump',
  asked: 'a bump off the allow-list',
  role: 'an order bump',
  refusal: '400 unsupported_order_bump',
  passedOver: 'a bump off the list is left out without a word',
})

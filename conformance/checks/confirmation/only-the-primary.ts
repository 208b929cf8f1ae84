import { refusedOffersCheck } from '../../judge/refused-offers.ts'

export const onlyThePrimary = refusedOffersCheck({
  id: 'confirmation/only-the-primary',
  title: 'no other offer is sold as the primary one',
  step: 'other-primary',
  asked: 'another offer as the primary one',
  role: 'the primary offer',
  refusal: '404 sandbox_offer_not_found',
  passedOver: 'an unknown price is previewed as if it were the primary one',
})

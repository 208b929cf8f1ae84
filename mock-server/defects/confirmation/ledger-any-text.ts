import { defineDefect } from '../define.ts'

export const ledgerAnyText = defineDefect({
  id: 'ledger-any-text',
  breaks: 'CNF-08',
  summary: 'Any text opens the commission ledger.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'ledger' && typeof given === 'string' && given !== ''),
  }),
})

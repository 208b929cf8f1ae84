import { defineDefect } from '../define.ts'

export const oldVersionText = defineDefect({
  id: 'old-version-text',
  breaks: 'CNF-02',
  summary: 'A wording with the amount in another format is still accepted.',
  behaviour: (good) => ({
    confirms: (given, expected, place) =>
      good.confirms(given, expected, place) ||
      (place === 'checkout' &&
        typeof given === 'string' &&
        withoutDecimals(given) === withoutDecimals(expected)),
  }),
})

/** As the amount was written before: whole units, or with a comma. */
function withoutDecimals(text: string): string {
  return text.replace(/[.,]00\b/, '')
}

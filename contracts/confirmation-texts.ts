import { repeated, texts, type Rule } from './seed-rule.ts'

/** Control characters, line and paragraph separators, halves of a surrogate pair: no keyboard puts them into an input. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u

/** Whether a person can type each confirmation text, and not one for the other. */
export const confirmationTexts: Rule = (seed) => {
  const found = texts(seed, '/stacks/0/confirmation/checkoutText', '/postPurchaseDecisions/confirmationText')
  return [
    ...found
      .filter(({ value }) => value !== value.trim())
      .map(({ pointer }) => ({
        pointer,
        message: 'begins or ends with blanks, which nobody can see to type: trim it',
      })),
    ...found.flatMap(({ pointer, value }) => {
      const [character] = untypable.exec(value) ?? []
      if (character === undefined) return []
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return [
        { pointer, message: `has the character U+${code}, which nobody can type into a page: remove it` },
      ]
    }),
    ...repeated('confirmation text', found),
  ]
}

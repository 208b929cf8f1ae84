const wordEnd = /[\p{L}\p{N}_-]$/u
const wordStart = /^[\p{L}\p{N}_-]/u

/** Whether a text holds a word by itself: with no letter, digit, dash or underscore before or after it. */
export function holdsWord(text: string, word: string): boolean {
  const parts = text.split(word)
  return parts.slice(1).some((after, i) => !wordEnd.test(parts[i] ?? '') && !wordStart.test(after))
}

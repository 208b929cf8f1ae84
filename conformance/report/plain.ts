/**
 * A text that may go to a terminal or a log: control characters, which could move the cursor or forge lines, and
 * bidirectional overrides, which could reorder them, are written as escapes. A line feed stays.
 */
export function plain(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

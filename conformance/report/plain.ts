/**
 * A text that may go to a terminal, a log or a page: control characters, which could move the cursor or forge lines,
 * bidirectional overrides, which could reorder them, characters that cannot be seen, and halves of surrogate pairs are written as escapes. A line
 * feed stays.
 */
export function plain(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- these characters are what this is about
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\u{e0000}-\u{e007f}]/gu,
    (character) =>
      [...Array(character.length).keys()]
        .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join(''),
  )
}

/** The same on one line: a line feed is written as an escape too, so that no text can begin a line of its own. */
export function oneLine(text: string): string {
  return plain(text).replaceAll('\n', '\\n')
}

/**
 * The same JSON, with an escape for each character that a terminal or a page would act on: what a target said must not
 * come alive when somebody looks at the file.
 */
export function inert(json: string): string {
  return plain(json).replaceAll('<', '\\u003c')
}

/** At most so many characters, with a word on how many there were. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  return `${kept}… (${text.length} characters in all)`
}

/** What a target may write into every text: codes for terminals, bidirectional overrides, markup, ends of sections. */
export const nastyText =
  '\u001b[2J\u001b]0;boom\u0007\u009b31m\u202eboom\u2066\u200f\u2028 <script>boom()</script><img src=x onerror=boom()>' +
  ' ]]></failure><boom/> ```\n# boom\n::error::boom\n \ud800 \u0000 \'"><svg/onload=boom()> [boom](javascript:boom())'

/** The same as far as a header can carry it. */
export const nastyHeader = '<script>boom()</script> \u009b31mboom ]]> ::error::boom \'"><svg/onload=boom()>'

/** Characters that move a cursor, reorder text or cannot be seen. A line feed is none; JSON Lines end with one. */
export const liveCode =
  // eslint-disable-next-line no-control-regex -- these characters are what the tests look for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/u

/** Markup of the target's that a browser would act on. */
export const liveMarkup = /<script>boom|<img src=x|<svg\/onload|<boom\/>/

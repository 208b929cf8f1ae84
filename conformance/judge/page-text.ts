const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
}

/** The texts that a page's static HTML shows: what stands between tags as one text, then each attribute's value. */
export function shownTexts(html: string): string[] {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
  const attributes = [...visible.matchAll(/\s[a-z-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    ([, double, single]) => double ?? single ?? '',
  )
  // An inline tag may stand within a word; any other ends a line.
  const between = visible
    .replace(/<\/?(?:b|i|em|strong|code|span|mark|kbd|q|wbr)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, '\n')
  return [between, ...attributes].map((text) => collapsed(decodeEntities(text)))
}

/** A text as a page shows it: white space in a row, of whatever kind, is one blank. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\u00a0]+/g, ' ')
}

/** A text with its character references resolved (the common named ones, and all numbered ones). */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    if (name !== undefined) return entities[String(name)] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Of a very long text its beginning tells: the comparison takes time by the square of the words. */
const mostWords = 100

/**
 * The passage of a text that comes nearest to a wanted one, with the share of the wanted words that stand there, in
 * their order and in any case.
 */
export function nearestPassage(
  text: string,
  wanted: string,
): { readonly passage: string; readonly share: number } {
  const words = text.split(' ')
  const sought = folded(wanted).split(' ').slice(0, mostWords)
  let best = { passage: '', share: 0 }
  for (let from = 0; from < words.length; from += 1) {
    const window = words.slice(from, from + sought.length)
    const share = commonInOrder(window.map(folded), sought) / sought.length
    if (share > best.share) best = { passage: window.join(' '), share }
  }
  return best
}

function folded(text: string): string {
  return collapsed(text).toLowerCase()
}

/** The length of the longest common subsequence. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let row: number[] = Array.from({ length: b.length + 1 }, () => 0)
  for (const left of a) {
    const next = [0]
    for (const [j, right] of b.entries()) {
      next.push(left === right ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

import { decodeEntities } from './entities.ts'
import { tokensIn } from './html.ts'

export { decodeEntities } from './entities.ts'

/** These may stand within a word; any other tag ends a line. */
const inline = new Set(['b', 'i', 'em', 'strong', 'code', 'span', 'mark', 'kbd', 'q', 'wbr'])
const unseen = new Set(['script', 'style'])

/** The texts that a page's static HTML shows: what stands between tags as one text, then each attribute's value. */
export function shownTexts(html: string): string[] {
  let between = ''
  let templates = 0
  const attributes: string[] = []
  for (const token of tokensIn(html)) {
    if (token.kind === 'text') {
      if (templates === 0) between += token.text
      continue
    }
    if (token.name === 'template') templates = Math.max(0, templates + (token.kind === 'start' ? 1 : -1))
    if (!inline.has(token.name)) between += '\n'
    if (token.kind === 'end' || templates > 0 || unseen.has(token.name)) continue
    between += token.content
    attributes.push(...token.attributes.values())
  }
  return [decodeEntities(between), ...attributes].map(collapsed)
}

/** A text as a page shows it: white space in a row, of whatever kind, is one blank. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\u00a0]+/g, ' ')
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

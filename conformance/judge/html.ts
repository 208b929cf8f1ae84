import { decodeEntities } from './entities.ts'

/** An element's start tag with what a parser makes of it. */
export interface Tag {
  /** In lower case. */
  readonly name: string
  /** Names in lower case, values decoded; the first of two alike counts. */
  readonly attributes: ReadonlyMap<string, string>
  /** What stands up to the element's end tag; only for elements whose content is no markup. */
  readonly content: string
}

/** A piece of a page. Text is as written, with its character references. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'start' } & Tag)
  | { readonly kind: 'end'; readonly name: string }

const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
const tagName = /<(\/?)([a-z][^\s/>]*)/iy
const commentEnd = /--!?>/g

/** The start tags of a page in order. */
export function tagsIn(html: string): Tag[] {
  return tokensIn(html).filter((token) => token.kind === 'start')
}

/**
 * The pieces of a page in order, as a browser's tokenizer finds them (HTML, section 13.2.5): comments are none, nor is
 * anything within elements whose content is text. Never throws: any text is some HTML. Takes time by its length alone.
 */
export function tokensIn(html: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open < 0 ? html.length : open)
    if (text !== '') tokens.push({ kind: 'text', text })
    if (open < 0) break
    tagName.lastIndex = open
    const [, slash, name] = tagName.exec(html) ?? []
    if (name === undefined) {
      at = endOfMarkup(html, open)
      if (at === open + 1) tokens.push({ kind: 'text', text: '<' })
      continue
    }
    const { attributes, end } = attributesAt(html, tagName.lastIndex)
    const lower = name.toLowerCase()
    at = end
    if (slash === '/') {
      tokens.push({ kind: 'end', name: lower })
      continue
    }
    if (raw.has(lower)) at = endOfContent(html, end, lower)
    tokens.push({ kind: 'start', name: lower, attributes, content: html.slice(end, at) })
  }
  return tokens
}

/** Where a comment, a doctype or the like ends that begins here; just behind the `<` where it is none of them. */
function endOfMarkup(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    // `<!-->` is a comment, too.
    commentEnd.lastIndex = open + 2
    return commentEnd.exec(html) === null ? html.length : commentEnd.lastIndex
  }
  if (!['!', '?', '/'].includes(html.charAt(open + 1))) return open + 1
  const end = html.indexOf('>', open)
  return end < 0 ? html.length : end + 1
}

/** Where the end tag of an element stands whose content is text. */
function endOfContent(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*)))?/y

function attributesAt(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  let at = from
  for (;;) {
    attribute.lastIndex = at
    const match = attribute.exec(html)
    if (match === null) break
    const [whole, name = '', double, single, plain] = match
    const lower = name.toLowerCase()
    if (!attributes.has(lower)) attributes.set(lower, decodeEntities(double ?? single ?? plain ?? ''))
    at += whole.length
  }
  const end = html.indexOf('>', at)
  return { attributes, end: end < 0 ? html.length : end + 1 }
}

/** Whether an answer is a page: says so, or says nothing and looks like one. */
export function isHtml(contentType: string | undefined, body: string): boolean {
  return contentType === undefined || contentType === ''
    ? /^\s*<[a-z!]/i.test(body)
    : /\b(?:html|xml|svg)\b/i.test(contentType)
}

/** Whether an element is neither hidden nor disabled by its own attributes. */
export function isUsable({ attributes }: Tag): boolean {
  return (
    !attributes.has('disabled') &&
    !attributes.has('hidden') &&
    !attributes.has('inert') &&
    attributes.get('aria-disabled') !== 'true' &&
    attributes.get('aria-hidden') !== 'true' &&
    !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
  )
}

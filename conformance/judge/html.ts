import { decodeEntities } from './page-text.ts'

/** An element's start tag with what a parser makes of it. */
export interface Tag {
  /** In lower case. */
  readonly name: string
  /** Names in lower case, values decoded; the first of two alike counts. */
  readonly attributes: ReadonlyMap<string, string>
  /** What stands up to the element's end tag; only for elements whose content is no markup. */
  readonly content: string
}

const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

/**
 * The start tags of a page in order, as a browser's tokenizer finds them (HTML, section 13.2.5): not within comments,
 * nor within elements whose content is text. Never throws: any text is some HTML.
 */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = []
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    if (open < 0) return tags
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const name = /^<([a-z][^\s/>]*)/i.exec(html.slice(open, open + 200))?.[1]
    if (name === undefined) {
      at = open + 1
      continue
    }
    const { attributes, end } = attributesAt(html, open + 1 + name.length)
    const lower = name.toLowerCase()
    let content = ''
    at = end
    if (raw.has(lower)) {
      const rest = html.slice(end)
      const close = rest.search(new RegExp(`</${lower}(?=[\\s/>])`, 'i'))
      content = close < 0 ? rest : rest.slice(0, close)
      at = close < 0 ? html.length : end + close + 1
    }
    tags.push({ name: lower, attributes, content })
  }
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

import type { Exchange } from '../transcript.ts'
import { textsOf } from './look.ts'

/** What an answer must not show, with a pattern that neither a route, a URL nor markup fits. */
const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a stack trace (JavaScript)',
    /(?:^|\\n|\n|>)[ \t]*at (?:async )?(?:new )?[\w$.<>[\] ]{0,80} ?\(?(?:file:\/\/|node:|\/|[A-Z]:\\|<anonymous>|webpack)[^\n)]{0,200}(?::\d+:\d+|<anonymous>)\)?/,
  ],
  ['a stack trace (Python)', /Traceback \(most recent call last\)|File \\?"[^"\\\n]{1,200}\\?", line \d+/],
  [
    'a stack trace (Java)',
    /\bat (?:[a-z_]\w*\.)+[A-Z]\w*(?:\$\w+)*\.(?:<?\w+>?)\((?:[A-Z]\w*\.(?:java|kt|scala|groovy):\d+|Native Method|Unknown Source)\)|\b(?:java|javax|jakarta|org\.springframework|kotlin)\.[\w.]{1,100}(?:Exception|Error)\b/,
  ],
  [
    'a stack trace (Go)',
    /\bgoroutine \d+ \[|\bpanic: (?:runtime error|assignment to|interface conversion)|\.go:\d+ \+0x[0-9a-f]+|\bruntime error: (?:invalid memory|index out of range|slice bounds)/,
  ],
  ['a stack trace (Ruby)', /\b[\w./-]{1,100}\.rb:\d+:in [`']/],
  [
    'a stack trace (PHP)',
    /\bPHP (?:Fatal error|Warning|Notice)\b|Stack trace:(?:\\n|\s|<br)[^#]{0,20}#0 |\bin \/[\w./-]{1,200}\.php(?: on line |:)\d+/,
  ],
  [
    'a stack trace (.NET)',
    /\bat [A-Z][\w.]{1,100}(?:`\d)?\.[\w<>]{1,80}\([^)\n]{0,200}\) in [^\n]{1,200}:line \d+|\bSystem\.(?:[A-Z]\w{0,60}\.){0,6}[A-Z]\w{0,60}Exception\b/,
  ],
  ['a stack trace (Rust)', /thread '[^'\n]{1,60}' panicked at|\bRUST_BACKTRACE\b/],
  [
    'a file path',
    /(?<![\w:/.%-])(?:file:\/\/)?\/(?:home|Users|root|usr\/(?:src|local|lib)|var\/(?:www|task|lib|log|app)|srv|opt|app\/(?:src|dist|build|node_modules|lib)|workspace|mnt|etc|private\/var|tmp)\/[\w.@-]+(?:\/[\w.@-]+)*/,
  ],
  [
    'a file path',
    /\bnode_modules\/(?:@?[\w.-]+\/)*[\w.-]+|\bsite-packages\/[\w./-]+|\b[A-Z]:\\{1,2}(?:Users|Windows|inetpub|Program Files|app|src|projects?)\\{1,2}[\w.\\ -]+/,
  ],
  [
    'SQL',
    /\bSELECT\s[^\n]{1,300}\sFROM\s+[\\"`[]*[A-Za-z_]|\bselect (?:\*|\\?"[^\n]{1,300}|`[^\n]{1,300}) from [\\"`[]*[a-z_]|\binsert into\s+[\\"`[]*[a-z_]\w*[\\"`\]]*\s*\(|\bupdate\s+[\\"`[]*[a-z_]\w*[\\"`\]]*\s+set\s+[\\"`[]*\w+[\\"`\]]*\s*=|\b(?:DELETE FROM [\\"`[]*[A-Za-z_]|delete from [\\"`[]*[a-z_]\w*[\\"`\]]* where\b)/,
  ],
  [
    'the words of a database',
    /\bSQLSTATE\b|\bSQLITE_[A-Z]+\b|\bD1_ERROR\b|duplicate key value violates unique constraint|UNIQUE constraint failed|\bER_[A-Z]+_[A-Z]+\b|syntax error at or near|\brelation \\?"[^"]{1,60}\\?" does not exist|\bORA-\d{5}\b|\bno such (?:table|column): |\bPrisma(?:Client)?\w*Error\b|\bECONNREFUSED\b|\bMongo(?:Server)?Error\b/,
  ],
  [
    'the words of Stripe',
    /\bStripe(?:Invalid|Signature|API|Authentication|Card|Connection|RateLimit|Permission|Idempotency)\w*(?:Error|Exception)\b|You did not provide an API key|Invalid API Key provided|No such (?:checkout\.?session|payment_?intent|customer|price|product|charge|event): |https:\/\/(?:dashboard\.stripe\.com\/\w+\/logs|stripe\.com\/docs\/error-codes|docs\.stripe\.com\/error-codes)|\brequest_log_url\b|Keys for idempotent requests can only be used/i,
  ],
]

/** Every kind of inside view that an answer gives. `published` is text of the contract itself, which may say anything. */
export function internalsIn(
  x: Exchange,
  published: string,
): { readonly what: string; readonly pointer: string }[] {
  return matchesIn(x).filter(({ match }) => !isPublished(match, published))
}

interface Match {
  readonly what: string
  readonly pointer: string
  readonly match: string
}

const known = new WeakMap<Exchange, readonly Match[]>()

function matchesIn(x: Exchange): readonly Match[] {
  let found = known.get(x)
  if (found === undefined) known.set(x, (found = findIn(x)))
  return found
}

function findIn(x: Exchange): readonly Match[] {
  return textsOf(x).flatMap(({ pointer, text }) => {
    const shown = pointer === '/response/body' ? readable(text) : text
    const namesPaths = pointer.startsWith('/response/headers') && pathHeaders.test(text)
    return patterns.flatMap(([what, pattern]) => {
      if (namesPaths && what === 'a file path') return []
      const match = pattern.exec(shown)
      return match === null ? [] : [{ what, pointer, match: match[0] }]
    })
  })
}

/** Headers whose paths are addresses of the site. */
const pathHeaders =
  /^(?:link|location|content-location|set-cookie|content-security-policy[a-z-]*|report-to|reporting-endpoints|x-[a-z-]*path):/i

/** A contract may have routes below `/opt` or `/srv`: a path that starts as one of its own is a route. */
function isPublished(match: string, published: string): boolean {
  const [, first, second] = match.split('/')
  return (
    published.includes(match) ||
    (match.startsWith('/') && published.includes(`/${first ?? ''}/${second ?? ''}`))
  )
}

/** What a page shows and carries, without what it loads: addresses of assets, and its scripts' own code. */
function readable(body: string): string {
  if (!/<(?:!doctype|html|head|body)\b/i.test(body)) return body
  return withoutCode(body)
    .replace(/\b(?:src|href|action|srcset|content|data-[\w-]{1,80})=(?:"[^"]*"|'[^']*')/gi, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

/** A page without its scripts, but for those that carry JSON. One that never ends stays, as text. */
function withoutCode(html: string): string {
  const start = /<script\b[^<>]*>/gi
  const end = /<\/script\s*>/gi
  let kept = ''
  for (;;) {
    const from = end.lastIndex
    start.lastIndex = from
    const opened = start.exec(html)
    end.lastIndex = start.lastIndex
    if (opened === null || end.exec(html) === null) return kept + html.slice(from)
    const script = html.slice(opened.index, end.lastIndex)
    const carries = /type=["']?application\/(?:ld\+)?json/i.test(script)
    kept += html.slice(from, opened.index) + (carries ? script : '')
  }
}

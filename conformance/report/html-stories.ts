import { messagesOf } from './exchange.ts'
import type { Failure, ShownFinding } from './failure.ts'
import { escapeHtml, facts, inline, list, withMarks } from './html-parts.ts'

/** At most so many findings of one check, and so many of them with the exchange; the record has them all. */
const shown = 8
const withExchange = 3
/** Longest list of stories, in characters: a page must open on a phone. */
const longest = 3_000_000

/** The stories of one kind, each with its findings; nothing where there are none. */
export function stories(
  title: string,
  kind: 'fail' | 'warned' | 'noted',
  failures: readonly Failure[],
  waived: readonly string[],
): string {
  if (failures.length === 0) return ''
  let room = longest
  const told: string[] = []
  for (const failure of failures) {
    const text = story(kind, failure, waived.includes(failure.check))
    room -= text.length
    if (room < 0) break
    told.push(text)
  }
  const left = failures.length - told.length
  return `<section aria-labelledby="${kind}">
<h2 id="${kind}">${title} (${failures.length})</h2>
${told.join('\n')}
${left > 0 ? `<p>And ${left} more, left out for their length; <code>record.json</code> has them.</p>` : ''}
</section>`
}

function story(kind: string, failure: Failure, waived: boolean): string {
  const { requirement, level, title, statement, sources, findings, check, why, remedy } = failure
  const more = findings.length - shown
  return `<article class="${kind}">
<h3>${escapeHtml(requirement)}: ${escapeHtml(title)}</h3>
<p><span class="tag">${escapeHtml(level)}</span>${waived ? ' <span class="tag warn">waived</span>' : ''} ${escapeHtml(statement)}</p>
<blockquote>${sources.map((source) => `<p>${inline(source)}</p>`).join('\n')}</blockquote>
${findings
  .slice(0, shown)
  .map((finding, i) => found(finding, i < withExchange))
  .join('\n')}
${more > 0 ? `<p>And ${more} more, in <code>record.json</code>.</p>` : ''}
${list([`<strong>Why it matters.</strong> ${escapeHtml(why)}`, `<strong>How to put it right.</strong> ${escapeHtml(remedy)}`, `<span class="soft">Check <code>${escapeHtml(check)}</code></span>`])}
</article>`
}

function found(finding: ShownFinding, whole: boolean): string {
  const { message, expected, seen, where, curl, exchange } = finding
  const rows = facts('', [
    ['Found', withMarks(message)],
    ['Expected', withMarks(expected)],
    ['Seen', withMarks(seen)],
    ...(where === '' ? [] : [['Where', inline(where)] as const]),
  ])
  const again =
    curl === null ? '' : `<p class="soft">See it again:</p>\n<pre tabindex="0">${escapeHtml(curl)}</pre>`
  if (exchange === null || !whole) return `<div class="finding">\n${rows}\n${again}\n</div>`
  const { request, response } = messagesOf(exchange)
  return `<div class="finding">
${rows}
${again}
<details><summary>The exchange</summary>
<p class="soft">Request</p>
<pre tabindex="0">${withMarks(request)}</pre>
<p class="soft">Response</p>
<pre tabindex="0">${withMarks(response)}</pre>
</details>
</div>`
}

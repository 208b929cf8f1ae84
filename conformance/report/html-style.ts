/** The style of the report: one column, readable on a phone, in light and dark, and on paper. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de; --panel: #f6f8fa;
  --good: #116329; --bad: #b31d28; --warn: #7d4e00; --note: #0550ae; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --text: #e6edf3; --soft: #9aa4af; --line: #3d444d;
  --panel: #161b22; --good: #56d364; --bad: #ff8e86; --warn: #e3b341; --note: #79c0ff; --mark: #4d3d00; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
p, ul, dl { margin: .5rem 0; }
a { color: var(--note); }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .soft { color: var(--soft); }
.verdict { border: 1px solid var(--line); border-left: .4rem solid currentColor; border-radius: .4rem; padding: .25rem 1rem .75rem; }
.verdict > * { color: var(--text); } .verdict > h1 { color: inherit; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
tbody th { font-weight: 600; } td.bad, td.warn, td.good { font-weight: 600; }
.zero { color: var(--soft); }
article { border: 1px solid var(--line); border-left: .4rem solid var(--soft); border-radius: .4rem; padding: .75rem 1rem; margin: 1rem 0; }
article.fail { border-left-color: var(--bad); } article.warned { border-left-color: var(--warn); } article.noted { border-left-color: var(--note); }
.tag { font-size: .8rem; font-weight: 600; border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .55rem; white-space: nowrap; }
blockquote { margin: .5rem 0; padding: .1rem .75rem; border-left: .2rem solid var(--line); color: var(--soft); }
.finding { border-top: 1px dashed var(--line); margin-top: .75rem; padding-top: .5rem; }
.finding dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; }
.finding dt { color: var(--soft); } .finding dd { margin: 0; font-family: ui-monospace, monospace; font-size: .9rem; white-space: pre-wrap; }
pre { margin: .4rem 0; padding: .6rem .75rem; background: var(--panel); border: 1px solid var(--line); border-radius: .3rem;
  font: .82rem/1.45 ui-monospace, monospace; white-space: pre-wrap; max-height: 32rem; overflow: auto; }
mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: 0 .15rem; }
summary { cursor: pointer; color: var(--note); padding: .25rem 0; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
@media (max-width: 34rem) { .facts, .finding dl { grid-template-columns: 1fr; gap: 0; } .facts dd, .finding dd { margin-bottom: .4rem; }
  th, td { padding: .35rem .4rem; font-size: .9rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } pre { max-height: none; } article { break-inside: avoid-page; }
  details::details-content { content-visibility: visible; block-size: auto; } }
`

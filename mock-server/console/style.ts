/** One file, no fonts, no pictures. Colours are named once for light and once for dark. */
export const consoleStyle = `
:root{--bg:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d5dae1;--accent:#3538cd;--good:#067647;--warn:#93570d;--bad:#b42318;--note:#eef0fe}
@media (prefers-color-scheme:dark){:root{--bg:#101317;--card:#191d23;--ink:#e8ebef;--soft:#a2acb8;--line:#323943;--accent:#a4a7ff;--good:#6ce0a8;--warn:#f5c063;--bad:#ff9b91;--note:#23264a}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:.95rem/1.45 system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;padding:.75rem 1rem;background:var(--card);border-bottom:1px solid var(--line)}
h1{font-size:1.1rem;margin:0}
#about{margin:0;color:var(--soft);flex:1 1 10rem}
h2{font-size:1rem;margin:0 0 .5rem}
h2:not(:first-child){margin-top:1rem}
a{color:var(--accent)}
#message{position:fixed;left:0;right:0;bottom:0;z-index:2;margin:0;padding:.6rem 1rem;background:var(--note);border-top:1px solid var(--line)}
#message:empty{padding:0;border:0}
#message[data-bad]{color:var(--bad)}
main{display:grid;gap:.75rem;padding:.75rem;max-width:90rem;margin:0 auto 3rem;align-items:start}
section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.75rem;min-width:0}
@media (min-width:62rem){main{grid-template-columns:minmax(0,26rem) minmax(0,1fr)}#journal-section{grid-column:2;grid-row:1/span 5;position:sticky;top:.75rem}}
.row{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:end;margin:.35rem 0}
.spread{justify-content:space-between}
.spread h2{margin:0;flex:1}
label{color:var(--soft);font-size:.85rem}
label:has(select,input){display:inline-flex;flex-direction:column;gap:.1rem}
header label,.spread label,label.check{flex-direction:row!important;align-items:center;gap:.4rem}
button,select,input{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.35rem .6rem;min-height:2.2rem;max-width:100%}
input[type=checkbox]{min-height:0;width:1.05rem;height:1.05rem;accent-color:var(--accent)}
input[type=number]{width:6rem}
button{cursor:pointer}
button:hover:not(:disabled){border-color:var(--accent)}
button:disabled{opacity:.5;cursor:default}
button.danger{color:var(--bad)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
#time{font:600 1.05rem ui-monospace,monospace}
#offset,.soft{color:var(--soft)}
ul.plain,#intents,#journal{list-style:none;margin:0;padding:0}
#intents>li{border-top:1px solid var(--line);padding:.6rem 0}
#intents>li:first-child{border-top:0;padding-top:0}
#intents h3{font:600 .82rem ui-monospace,monospace;margin:0;overflow-wrap:anywhere}
#intents p{margin:.15rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.4rem;font-size:.8rem;color:var(--soft)}
.legend span{border:1px solid var(--line);border-radius:.4rem;padding:0 .5rem}
.legend .now{background:var(--accent);border-color:var(--accent);color:var(--card)}
.legend .was{background:var(--note)}
.legend .fits{border:2px solid var(--good)}
#no-intents:not([hidden])~.legend{display:none}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{display:block;width:100%;max-width:25rem;height:auto;margin:.3rem 0}
svg rect{fill:var(--card);stroke:var(--line)}
svg .eligible rect{stroke:var(--good);stroke-width:1.6}
svg .been rect{fill:var(--note)}
svg .here rect{fill:var(--accent);stroke:var(--accent)}
svg text{font:600 11px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
svg .here text{fill:var(--card)}
svg path{fill:none;stroke:var(--soft);stroke-width:1.2}
svg marker path{fill:var(--soft);stroke:none}
#lanes{display:flex;justify-content:space-between;font-weight:600;border-bottom:1px solid var(--line);padding-bottom:.25rem;scrollbar-gutter:stable;overflow:hidden}
#journal{overflow:auto;scrollbar-gutter:stable;max-height:78vh;min-height:8rem}
#journal>li,#lanes{--edge:5%}
@media (min-width:40rem){#journal>li,#lanes{--edge:12%}}
#lanes span{width:calc(2*var(--edge));min-width:max-content;text-align:center}
#journal>li{--line-at:linear-gradient(var(--line) 0 0);background:var(--line-at) var(--edge) 0/1px 100% no-repeat,var(--line-at) 50% 0/1px 100% no-repeat,var(--line-at) calc(100% - var(--edge)) 0/1px 100% no-repeat}
summary{cursor:pointer}
#journal summary{list-style:none;padding:.3rem 0 .4rem}
#journal summary::-webkit-details-marker{display:none}
.arrow{position:relative;width:calc(50% - var(--edge));padding:0 .6rem .15rem;text-align:center;font-size:.8rem;line-height:1.2;overflow-wrap:anywhere;border-bottom:1.5px solid currentColor}
.arrow.back{border-bottom-style:dashed}
.left{margin-left:var(--edge)}
.right{margin-left:50%}
.arrow::after{content:"";position:absolute;bottom:-.3rem;border:.27rem solid transparent}
.to-right::after{right:-.2rem;border-left-color:currentColor}
.to-left::after{left:-.2rem;border-right-color:currentColor}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.act{display:block;width:max-content;max-width:90%;margin:0 auto;padding:.1rem .6rem;border-radius:1rem;background:var(--note);font-size:.8rem}
.facts{margin:.1rem .5rem .6rem;padding:.5rem .7rem;border:1px solid var(--line);border-radius:.4rem;background:var(--bg);font:.78rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
.facts dt{font-weight:600}.facts dd{margin:0 0 .15rem 1rem}
@media (max-width:40rem){button,select,input:not([type=checkbox]),summary,header a{min-height:2.75rem;min-width:2.75rem}header a{display:inline-flex;align-items:center}}
#defects{max-height:24rem;overflow:auto;margin-top:.5rem}
#defects label{display:grid;grid-template-columns:auto 1fr;gap:.1rem .5rem;padding:.3rem 0;color:var(--ink)}
#defects small{grid-column:2;color:var(--soft)}
`

/** The one style of all pages. It is the same bytes on each of them, so that the policy can name it by its hash. */
export const pageStyle = `:root{color-scheme:light dark;--back:#f5f6fa;--card:#fff;--text:#191b22;--soft:#555b6b;--line:#cdd2de;--main:#3443c9;--on-main:#fff;--good:#17663a;--bad:#a32020;--band:#fff3d1;--on-band:#5c4200}
@media (prefers-color-scheme:dark){:root{--back:#111318;--card:#1b1e26;--text:#eceef4;--soft:#b0b7c8;--line:#434958;--main:#98a6ff;--on-main:#0c0f1f;--good:#7fd6a1;--bad:#ff9d9d;--band:#3a2f10;--on-band:#ffe2a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:38rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem}
.band{margin:0;padding:.4rem .75rem;border-radius:.5rem;background:var(--band);color:var(--on-band);font-size:.875rem}
.steps{display:flex;gap:.5rem;list-style:none;margin:1rem 0 0;padding:0;color:var(--soft);font-size:.875rem}
.steps li{flex:1;padding-top:.4rem;border-top:.25rem solid var(--line)}
.steps [data-done]{border-color:var(--good)}
.steps [aria-current]{border-color:var(--main);color:var(--text);font-weight:600}
.steps li:not([data-done]) .done{display:none}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1{font-size:1.6rem;line-height:1.2;margin:1.25rem 0 1rem}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 .25rem}
p{margin:.5rem 0}
section,form{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0 0 1rem}
form section{border:0;padding:0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{font-weight:600;padding:0;margin-bottom:.5rem}
.price{font-weight:700;font-size:1.15rem}
.soft,small{color:var(--soft)}
.bump{display:flex;gap:.75rem;align-items:flex-start;padding:.75rem;margin:.5rem 0;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
.bump:has(:checked){border-color:var(--main);box-shadow:inset 0 0 0 1px var(--main)}
.bump input{flex:none;width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--main)}
.bump span{display:block}
.total{display:flex;justify-content:space-between;font-size:1.15rem;font-weight:700}
.lines{list-style:none;margin:.5rem 0;padding:0}
.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.25rem 0}
.lines li span:last-child{white-space:nowrap}
label.field{display:block;font-weight:600;margin-top:.75rem}
section>.scripted>label.field{margin-top:0}
code{font:600 .95em ui-monospace,monospace;white-space:pre-wrap}
input[type=text]{display:block;width:100%;min-height:2.75rem;margin-top:.35rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:.5rem}
button,.button{display:block;width:100%;min-height:2.75rem;margin:.75rem 0 0;padding:.6rem 1rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;border:2px solid var(--main);border-radius:.5rem;background:var(--main);color:var(--on-main);cursor:pointer}
button+button{background:transparent;color:var(--main)}
button:disabled,button[aria-disabled=true]{opacity:.5;cursor:not-allowed}
a{color:var(--main)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
[role=status]{margin-bottom:0}
p:empty{margin:0}
@media (scripting:none){.scripted{display:none}}
[data-tone=good]{color:var(--good);font-weight:600}
[data-tone=bad]{color:var(--bad);font-weight:600}
footer{padding-bottom:2rem;font-size:.875rem}
[hidden]{display:none}
@media (prefers-reduced-motion:no-preference){.waiting::before{content:"";display:inline-block;width:.9em;height:.9em;margin-right:.5em;vertical-align:-.1em;border:.15em solid var(--line);border-top-color:var(--main);border-radius:50%;animation:turn 1s linear infinite}@keyframes turn{to{transform:rotate(1turn)}}}`

/** Unlike the shop’s pages on purpose: a buyer is somewhere else here. */
export const payStyle = `:root {
  color-scheme: light dark;
  --back: #f2f4f8;
  --card: #fff;
  --text: #191b22;
  --soft: #555b6b;
  --main: #0f6b57;
  --on-main: #fff;
  --bad: #a32020;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #101413;
    --card: #1a201f;
    --text: #ecf2f0;
    --soft: #aab8b4;
    --main: #6fd6bb;
    --on-main: #06211a;
    --bad: #ff9d9d;
  }
}
* {
  box-sizing: border-box;
}
body {
  font:
    1rem/1.5 system-ui,
    sans-serif;
  background: var(--back);
  color: var(--text);
  margin: 0;
  overflow-wrap: anywhere;
}
main {
  max-width: 32rem;
  margin: 0 auto;
  padding: 1rem;
}
form {
  background: var(--card);
  border-radius: 0.75rem;
  padding: 1rem;
}
label,
legend {
  display: block;
  font-weight: 600;
  margin-top: 0.75rem;
}
fieldset {
  border: 0;
  border-top: 1px solid var(--soft);
  margin: 1.25rem 0 0;
  padding: 0;
}
ul,
small {
  color: var(--soft);
  font-size: 0.875rem;
}
ul {
  padding-left: 1.1rem;
}
input,
select,
button {
  font: inherit;
  color: inherit;
  background: var(--back);
  border: 1px solid var(--soft);
  border-radius: 0.5rem;
  padding: 0.55rem 0.75rem;
  min-height: 2.75rem;
  width: 100%;
  margin: 0.3rem 0;
}
button {
  font-weight: 600;
  cursor: pointer;
}
button[value='pay'],
button[value='authenticate'] {
  background: var(--main);
  color: var(--on-main);
  border-color: var(--main);
}
:focus-visible {
  outline: 3px solid var(--main);
  outline-offset: 2px;
}
[role='alert'] {
  color: var(--bad);
  font-weight: 600;
}
`

import { helpers, intents, sequence } from './script-parts.ts'

const main = String.raw`
let mark = 0
let drawn = {}
/** Draws a part again only when it has changed, so that focus and open menus stay. */
const whenNew = (part, value, draw) => {
  const text = JSON.stringify(value)
  if (drawn[part] === text) return
  drawn[part] = text
  draw()
}
const drawClock = ({ clock, expiresAfterMinutes }) => {
  at('time').textContent = clock.time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')
  at('offset').textContent = clock.frozen ? 'frozen' : clock.offset === 0 ? 'real time' : 'moved by ' + clock.offset + ' s'
  whenNew('minutes', expiresAfterMinutes, () => {
    const steps = [...new Set([1, 5, expiresAfterMinutes ?? 30])]
    at('clock-buttons').replaceChildren(...steps.map((minutes) =>
      button('+' + minutes + ' min', () => act('The clock is ' + minutes + ' min further.', 'POST', 'clock/advance', { minutes }))))
  })
}
const cards = new Map()
/** A card is made again only when its intent has changed: what is pressed, focused or selected in the others stays. */
const drawIntents = (state) => {
  const been = new Map()
  for (const { intent, response } of entries.values()) {
    if (!been.has(intent)) been.set(intent, new Set())
    been.get(intent).add(response.checkoutIntentStatus).add(response.status)
  }
  const list = at('intents')
  const ids = new Set(state.intents.map(({ checkoutIntentId }) => checkoutIntentId))
  for (const [id, { element }] of cards) if (!ids.has(id)) { element.remove(); cards.delete(id) }
  state.intents.forEach((intent, place) => {
    const id = intent.checkoutIntentId
    const statuses = [...(been.get(id) ?? [])]
    const key = JSON.stringify([intent, statuses])
    const old = cards.get(id)
    if (old?.key === key) return
    const element = card(intent, state, new Set(statuses))
    const focus = old ? controlsOf(old.element).indexOf(document.activeElement) : -1
    if (old) old.element.replaceWith(element)
    else list.insertBefore(element, list.children[place] ?? null)
    cards.set(id, { key, element })
    if (focus >= 0) controlsOf(element)[Math.min(focus, controlsOf(element).length - 1)]?.focus()
  })
  for (const intent of state.intents) tellWindow(cards.get(intent.checkoutIntentId).element, intent, state.clock.now)
  at('no-intents').hidden = state.intents.length > 0
  at('intents-lost').hidden = true
}
const drawSeeded = (state) => {
  at('about').textContent = state.title
  at('preview').href = base + state.preview
  whenNew('routes', state.routes, () => {
    at('failure-form').route.replaceChildren(...[...state.routes, 'stripe', '*'].map((name) => make('option', { value: name, textContent: name === '*' ? 'every route' : name })))
  })
  whenNew('defectsOn', state.defectsOn, () => {
    at('defects-on').textContent = state.defectsOn.length === 0 ? 'None: it behaves as the contract says.' : 'On: ' + state.defectsOn.join(', ')
    for (const box of at('defects').querySelectorAll('input')) box.checked = state.defectsOn.includes(box.value)
  })
}
const drawWorld = (state) => {
  whenNew('namespaces', state.namespaces, () => {
    at('namespace').replaceChildren(...state.namespaces.map((name) => make('option', { value: name, textContent: name, selected: name === namespace })))
  })
  whenNew('snapshots', state.snapshots, () => {
    at('snapshots').replaceChildren(...state.snapshots.map(({ snapshotId, intents }) =>
      button('Restore ' + snapshotId + ' (' + intents + (intents === 1 ? ' intent)' : ' intents)'), () => act('Restored ' + snapshotId + '.', 'POST', 'snapshots/restore', { snapshotId }))))
  })
  whenNew('failures', state.failures, () => {
    at('failures').replaceChildren(...state.failures.map(({ route, kind, left, status, ms }) =>
      make('li', { textContent: route + ': ' + (kind === 'status' ? status : kind) + (ms > 0 ? ', after ' + ms + ' ms' : '') + ', ' + left + ' left' })))
  })
}
let underWay
const poll = () => {
  underWay ??= (async () => {
    const state = await ask('GET', 'state?since=' + mark)
    mark = state.mark
    drawClock(state)
    drawJournal(state)
    drawIntents(state)
    drawSeeded(state)
    drawWorld(state)
    minutes = state.expiresAfterMinutes
    found()
  })().catch(lost).finally(() => { underWay = undefined })
  return underWay
}
let minutes
const found = () => { if (at('message').dataset.lost) say('') }
const sayLost = (words) => {
  if (at('message').textContent !== words) say(words, true, true)
}
const lost = async (error) => {
  if (error.code !== 'store_unavailable') {
    return sayLost(error.status === undefined ? 'The gateway does not answer. Trying again.' : 'The gateway answers ' + error.status + ': ' + error.message + ' Trying again.')
  }
  sayLost('The store is down, so the intents cannot be read. Trying again.')
  at('intents-lost').hidden = false
  at('no-intents').hidden = true
  await drawWithoutStore().catch(() => undefined)
}
/** What needs no store is asked for piece by piece, since the state in one piece needs it. */
const drawWithoutStore = async () => {
  const pieces = ['clock', 'journal', 'failures', 'snapshots', 'namespaces'].map((path) => ask('GET', path))
  const known = Object.assign({}, ...(await Promise.all(pieces)))
  drawClock({ clock: known.clock, expiresAfterMinutes: minutes })
  drawJournal({ entries: known.entries, oldest: known.entries[0]?.n ?? null, mark: Math.max(0, ...known.entries.map(({ changed }) => changed)) })
  drawWorld(known)
}
const drawDefects = async () => {
  const { defects } = await ask('GET', 'defects')
  at('defects').replaceChildren(...defects.map(({ id, breaks, summary, on }) => {
    const box = make('input', { type: 'checkbox', value: id, checked: on })
    box.onchange = () => act(id + (box.checked ? ' is on.' : ' is off.'), 'POST', 'defects', { [box.checked ? 'on' : 'off']: [id] })
    return make('li', {}, make('label', {}, box, id + ' (' + breaks + ')', make('small', { textContent: summary })))
  }))
}

at('reset').onclick = () => { if (confirm('Forget everything in this namespace?')) act('The world is empty again.', 'POST', 'reset') }
at('snapshot').onclick = () => act('Taken.', 'POST', 'snapshots')
at('clear').onclick = () => act('The journal is empty.', 'DELETE', 'journal')
at('clear-failures').onclick = () => act('No failures are scripted.', 'DELETE', 'failures')
at('kind').onchange = () => drawJournal({ entries: [], mark, oldest: entries.size === 0 ? null : Math.min(...entries.keys()) })
at('namespace').onchange = ({ target }) => {
  location.href = (target.value === 'default' ? '' : '/__ns/' + encodeURIComponent(target.value)) + '/__control/'
}
at('clock-form').onsubmit = (event) => {
  event.preventDefault()
  const { to, frozen } = event.target
  act('The clock is set.', 'POST', 'clock/set', { to: Math.floor(Date.parse(to.value + 'Z') / 1000), frozen: frozen.checked })
}
at('failure-form').onsubmit = (event) => {
  event.preventDefault()
  const { route, kind, times, status, ms, afterwards } = event.target
  const input = { route: route.value, kind: kind.value, times: Number(times.value), ms: Number(ms.value), afterwards: afterwards.checked }
  act('Added.', 'POST', 'failures', kind.value === 'status' ? { ...input, status: Number(status.value) } : input)
}
at('failure-form').kind.onchange = ({ target }) => {
  document.querySelector('[data-for=status]').hidden = target.value !== 'status'
}
at('defects-details').ontoggle = () => { if (at('defects').children.length === 0) drawDefects().catch((error) => say(error.message, true)) }
at('find').oninput = ({ target }) => {
  const word = target.value.toLowerCase()
  for (const item of at('defects').children) item.hidden = !item.textContent.toLowerCase().includes(word)
}
const tick = async () => {
  if (!document.hidden) await poll()
  setTimeout(tick, 1000)
}
tick()
`

/** The console's script, one module for the browser. */
export const consoleScript = [helpers, intents, sequence, main].join('\n')

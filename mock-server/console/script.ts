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
const drawIntents = (state) => {
  const been = new Map()
  for (const { intent, response } of entries.values()) {
    if (!been.has(intent)) been.set(intent, new Set())
    been.get(intent).add(response.checkoutIntentStatus).add(response.status)
  }
  const cards = state.intents.map((intent) => [intent, [...(been.get(intent.checkoutIntentId) ?? [])]])
  whenNew('intents', [cards, state.clock.now], () => {
    const focus = document.activeElement?.closest('#intents') ? [...at('intents').querySelectorAll('button,a')].indexOf(document.activeElement) : -1
    at('intents').replaceChildren(...cards.map(([intent, statuses]) => card(intent, state, new Set(statuses))))
    at('intents').querySelectorAll('button,a')[focus]?.focus()
    at('no-intents').hidden = cards.length > 0
  })
}
const drawWorld = (state) => {
  at('about').textContent = state.title
  at('preview').href = base + state.preview
  whenNew('namespaces', state.namespaces, () => {
    at('namespace').replaceChildren(...state.namespaces.map((name) => make('option', { value: name, textContent: name, selected: name === state.namespace })))
  })
  whenNew('snapshots', state.snapshots, () => {
    at('snapshots').replaceChildren(...state.snapshots.map(({ snapshotId, intents }) =>
      button('Restore ' + snapshotId + ' (' + intents + ' intents)', () => act('Restored ' + snapshotId + '.', 'POST', 'snapshots/restore', { snapshotId }))))
  })
  whenNew('failures', state.failures, () => {
    at('failures').replaceChildren(...state.failures.map(({ route, kind, left, status, ms }) =>
      make('li', { textContent: route + ': ' + (kind === 'status' ? status : kind) + (ms > 0 ? ', after ' + ms + ' ms' : '') + ', ' + left + ' left' })))
  })
  whenNew('routes', state.routes, () => {
    at('failure-form').route.replaceChildren(...[...state.routes, 'stripe', '*'].map((name) => make('option', { value: name, textContent: name === '*' ? 'every route' : name })))
  })
  whenNew('defectsOn', state.defectsOn, () => {
    at('defects-on').textContent = state.defectsOn.length === 0 ? 'None: it behaves as the contract says.' : 'On: ' + state.defectsOn.join(', ')
    for (const box of at('defects').querySelectorAll('input')) box.checked = state.defectsOn.includes(box.value)
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
    drawWorld(state)
  })().finally(() => { underWay = undefined })
  return underWay
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
  if (!document.hidden) {
    await poll().then(() => { if (at('message').dataset.lost) { delete at('message').dataset.lost; say('') } }, () => {
      at('message').dataset.lost = 'yes'
      say('The gateway does not answer. Trying again.', true)
    })
  }
  setTimeout(tick, 1000)
}
tick()
`

/** The console's script, one module for the browser. */
export const consoleScript = [helpers, intents, sequence, main].join('\n')

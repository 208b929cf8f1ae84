/** Small helpers: elements are made, never parsed, so no text of anybody's becomes markup. */
export const helpers = String.raw`
const at = (id) => document.getElementById(id)
const base = location.pathname.replace(/\/__control\/.*$/, '')
const make = (name, props = {}, ...children) => {
  const element = Object.assign(document.createElement(name), props)
  element.append(...children)
  return element
}
const svg = (name, attributes, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const namespace = base === '' ? 'default' : decodeURIComponent(base.replace('/__ns/', ''))
let saidUntil
/** Says something for a while, and what is wrong for longer; what goes on being wrong 'stays' until it is right again. */
const say = (text, bad = false, stays = false) => {
  clearTimeout(saidUntil)
  const { dataset } = at('message')
  at('message').textContent = text
  at('message').toggleAttribute('data-bad', bad)
  if (stays) dataset.lost = 'yes'
  else delete dataset.lost
  if (text !== '' && !stays) saidUntil = setTimeout(() => say(''), bad ? 20_000 : 6_000)
}
const ask = async (method, path, body) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, init)
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error(answer.message ?? answer.code), { status: response.status, code: answer.code })
  return answer
}
const act = async (words, method, path, body = {}) => {
  try {
    const answer = await ask(method, path, method === 'DELETE' ? undefined : body)
    say(answer.message ?? words)
  } catch (error) {
    say(error.message, true)
  }
  await poll()
}
/** Long names may break after an underscore or a dot. */
const breakable = (text) => String(text).split(/(?<=[_.])/).flatMap((part) => [part, make('wbr')])
const button = (text, press) => make('button', { type: 'button', textContent: text, onclick: press })
`

/** An intent as a card: its state machine drawn, and what one can do to it. */
export const intents = String.raw`
const nodes = {
  pending_stripe: ['pending', 45, 60],
  stripe_error: ['error', 45, 110],
  stripe_session_created: ['created', 145, 60],
  completed: ['completed', 250, 60],
  paid: ['paid', 355, 18],
  payment_failed: ['failed', 355, 60],
  expired: ['expired', 250, 110],
}
const edges = [
  'M82 60H108', 'M45 72V96', 'M182 60H211', 'M145 48V18H316', 'M289 60H318', 'M250 48V30H316', 'M145 72V110H211',
]
const machine = (intent, eligible, been) => {
  const head = svg('marker', { id: 'head', viewBox: '0 0 6 6', refX: 5, refY: 3, markerWidth: 6, markerHeight: 6, orient: 'auto' }, svg('path', { d: 'M0 0L6 3L0 6Z' }))
  const lines = edges.map((d) => svg('path', { d, 'marker-end': 'url(#head)' }))
  const boxes = Object.entries(nodes).map(([status, [name, x, y]]) => {
    const classes = [status === intent.status && 'here', been.has(status) && 'been', eligible.includes(status) && 'eligible']
    return svg('g', { class: classes.filter(Boolean).join(' ') },
      svg('rect', { x: x - 37, y: y - 12, width: 74, height: 24, rx: 6 }),
      svg('text', { x, y: y + 4 }, name))
  })
  const label = 'Status ' + intent.status + (intent.eligible ? ', eligible' : ', not eligible')
  return svg('svg', { viewBox: '0 0 400 130', role: 'img', 'aria-label': label }, svg('defs', {}, head), ...lines, ...boxes)
}
const windowOf = (intent, now) => {
  if (intent.pathClosesAt === null) return intent.eligible ? 'Post-purchase path open' : 'Post-purchase path not open'
  if (!intent.pathOpen) return 'Post-purchase path closed: its time is over'
  const left = intent.pathClosesAt - now
  return 'Post-purchase path open for ' + Math.floor(left / 60) + ' min ' + (left % 60) + ' s'
}
const controlsOf = (element) => [...element.querySelectorAll('button,a')]
const tellWindow = (element, intent, now) => {
  const place = element.querySelector('[data-window]')
  const words = windowOf(intent, now)
  if (place.textContent !== words) place.textContent = words
}
const windowPlace = () => {
  const place = make('span')
  place.dataset.window = ''
  return place
}
const card = (intent, state, been) => {
  const body = { checkoutIntentId: intent.checkoutIntentId }
  const open = intent.status === 'stripe_session_created'
  const press = (text, action, words) => button(text, () => act(words, 'POST', 'pay', { ...body, action, wait: action === 'pay' || action === 'expire' }))
  const buttons = open
    ? [
        press('Pay', 'pay', 'Paid.'),
        press('Pay later', 'pay_later', 'Completed; the payment arrives in a moment.'),
        press('Pay later, fail', 'pay_later_fail', 'Completed; the payment fails in a moment.'),
        press('Expire', 'expire', 'Expired.'),
      ]
    : [button('Redeliver the last event', () => act('Delivered again.', 'POST', 'redeliver', body))]
  const decisions = intent.decisions.length === 0 ? 'no decision' : intent.decisions.join(', ')
  const money = new Intl.NumberFormat('en', { style: 'currency', currency: intent.currency })
  const amount = money.format(intent.amountCents / 10 ** money.resolvedOptions().maximumFractionDigits)
  const way = intent.pathOpen ? [' ', make('a', { href: base + state.postPurchase + '/' + encodeURIComponent(intent.checkoutIntentId), textContent: 'Post-purchase page' })] : []
  return make('li', {},
    make('h3', { textContent: intent.checkoutIntentId }),
    make('p', {}, intent.status + ' · ' + amount + ' · ' + decisions),
    machine(intent, state.eligibleStatuses, been),
    make('p', { className: 'soft' }, windowPlace(), ...way),
    make('div', { className: 'row' }, ...buttons))
}
`

/** The journal as a sequence diagram: three lanes, an arrow there and an arrow back for each exchange. */
export const sequence = String.raw`
const sides = {
  request: { place: 'left', there: 'to-right', back: 'to-left', words: 'Client asks the gateway', answers: 'The gateway answers the client' },
  twin: { place: 'right', there: 'to-right', back: 'to-left', words: 'The gateway asks Stripe', answers: 'Stripe answers the gateway' },
  webhook: { place: 'right', there: 'to-left', back: 'to-right', words: 'Stripe tells the gateway', answers: 'The gateway answers Stripe' },
}
const tone = (entry) =>
  entry.outcome === 'broken' || entry.status >= 500 ? 'bad' : entry.status >= 400 ? 'warn' : 'good'
const answerOf = (entry) => {
  if (entry.outcome === 'under way') return '…'
  if (entry.outcome === 'broken') return (entry.status ?? '') + ' ✕ broken'
  const { code, status, duplicate, checkoutIntentUpdated, checkoutIntentStatus } = entry.response
  const checkout = entry.method === 'GET' ? entry.response['checkout.status'] : undefined
  const word = code ?? (checkoutIntentUpdated ? checkoutIntentStatus : duplicate ? 'duplicate' : (checkout ?? status))
  return [entry.status, word].filter((part) => part !== undefined && part !== null).join(' ')
}
const facts = (entry) => {
  const rows = {
    time: new Date(entry.at).toISOString(),
    path: entry.path,
    intent: entry.intent,
    took: entry.took === null ? null : entry.took + ' ms',
    failure: entry.failure,
  }
  const list = make('dl', { className: 'facts' })
  const add = (name, value) => {
    if (value === null || value === undefined) return
    list.append(make('dt', { textContent: name }), make('dd', { textContent: typeof value === 'string' ? value : JSON.stringify(value) }))
  }
  for (const [name, value] of Object.entries(rows)) add(name, value)
  for (const [name, value] of Object.entries(entry.request)) add('→ ' + name, value)
  for (const [name, value] of Object.entries(entry.response)) add('← ' + name, value)
  return list
}
/** Who says it to whom, for those who do not see where an arrow points. */
const heard = (words) => make('span', { className: 'heard', textContent: words + ': ' })
const lines = (entry, part) => {
  if (entry.kind === 'control') {
    const words = [entry.path, ...Object.entries(entry.request).map(([name, value]) => name + ' ' + value)].join(' · ')
    return [make('span', { className: 'act', textContent: words })]
  }
  const { place, there, back, words, answers } = sides[entry.kind]
  const what = entry.kind === 'webhook' ? (entry.request.type ?? 'event') : entry.method + ' ' + (entry.route ?? entry.path)
  const call = () => make('div', { className: 'arrow ' + place + ' ' + there, title: words }, heard(words), ...breakable(what), entry.failure ? ' ⚡' : '')
  const answer = () => make('div', { className: 'arrow back ' + place + ' ' + back + ' ' + tone(entry), title: 'Answer to ' + what }, heard(answers), ...breakable(answerOf(entry)))
  return [...(part === 'answer' ? [] : [call()]), ...(part === 'call' ? [] : [answer()])]
}
/** In the order of time: an exchange inside of another stands between its call and its answer. */
const steps = (kind) => {
  const marks = [...entries.values()]
    .filter((entry) => kind === '' || entry.kind === kind)
    .flatMap((entry) => [
      { entry, part: 'call', time: entry.began },
      ...(entry.outcome === 'under way' ? [] : [{ entry, part: 'answer', time: entry.changed }]),
    ])
    .sort((a, b) => a.time - b.time)
  return marks.flatMap(({ entry, part }, at) => {
    if (part === 'call' && marks[at + 1]?.entry === entry) return [{ entry, part: 'both' }]
    return part === 'answer' && marks[at - 1]?.entry === entry ? [] : [{ entry, part }]
  })
}
const entries = new Map()
const drawJournal = (state) => {
  for (const entry of state.entries) entries.set(entry.n, entry)
  for (const n of entries.keys()) if (state.oldest === null || n < state.oldest) entries.delete(n)
  const kind = at('kind').value
  whenNew('journal', [state.oldest, kind, state.mark], () => {
    const list = at('journal')
    const low = list.scrollHeight - list.scrollTop - list.clientHeight < 40
    const open = new Set([...list.querySelectorAll('details[open]')].map((one) => one.dataset.key))
    const focus = document.activeElement?.closest('#journal details')?.dataset.key
    list.replaceChildren(...steps(kind).map(({ entry, part }) => {
      const details = make('details', {}, make('summary', {}, ...lines(entry, part)), facts(entry))
      details.dataset.key = entry.n + (part === 'answer' ? ' answer' : '')
      details.open = open.has(details.dataset.key)
      return make('li', {}, details)
    }))
    if (focus !== undefined) list.querySelector('[data-key="' + focus + '"] summary')?.focus({ preventScroll: true })
    if (low) list.scrollTop = list.scrollHeight
  })
}
`

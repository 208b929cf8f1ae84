import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Something on a page that can be pressed, followed or filled, as a user meets it. */
export interface Control {
  /** Position among the page's controls; valid until the page changes them. */
  readonly index: number
  /** `link`, `button`, `text`, `box` (to tick), `form` or `other`. */
  readonly kind: string
  readonly text: string
  /** Where it leads, absolute; empty where it leads nowhere. */
  readonly target: string
  readonly visible: boolean
  readonly enabled: boolean
}

/** What can be done with a page. */
export interface Tab {
  readonly controls: () => Promise<Control[]>
  /** Types a text into every visible text field. Returns how many there were. */
  readonly fill: (text: string) => Promise<number>
  /** Presses a control with the mouse, twice in quick succession for `double`. False when it could not be pressed. */
  readonly press: (index: number, double?: boolean) => Promise<boolean>
  readonly text: () => Promise<string>
  readonly html: () => Promise<string>
  readonly reload: () => Promise<void>
  /** Whether a global variable of this name came to be. */
  readonly hasGlobal: (name: string) => Promise<boolean>
  /** Looks again and again until `look` gives something other than undefined, or the time (ms) is over. */
  readonly until: <Seen>(ms: number, look: () => Promise<Seen | undefined>) => Promise<Seen | undefined>
}

const selector = 'a[href], area[href], button, input, textarea, form[action], [role=button], [role=link]'
const lookAgainAfter = 100
const textTimeout = 2_000
/** A page that takes longer over anything is stuck, and is not waited for again. */
const stuckAfter = 15_000

/** Runs in the page, hence a text: the controls in order, also those within open shadow roots. */
const found = `const elements = []
const collect = (root) => {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(${JSON.stringify(selector)})) elements.push(element)
    if (element.shadowRoot) collect(element.shadowRoot)
  }
}
collect(document)`

const describeAll = `(() => { ${found}
return elements.map((element, index) => {
  const tag = element.tagName.toLowerCase()
  const type = (element.getAttribute('type') || '').toLowerCase()
  const role = element.getAttribute('role') || ''
  const kind = tag === 'a' || tag === 'area' || role === 'link' ? 'link'
    : tag === 'form' ? 'form'
    : tag === 'button' || role === 'button' || ['submit', 'button', 'image'].includes(type) ? 'button'
    : tag === 'textarea' || (tag === 'input' && ['', 'text', 'search'].includes(type)) ? 'text'
    : type === 'checkbox' ? 'box'
    : 'other'
  const target = kind === 'link' ? element.href : kind === 'form' ? element.getAttribute('action') : element.formAction
  return {
    index, kind,
    text: kind === 'box'
      ? [element.value, ...[...element.labels].map((label) => label.textContent)].join(' ').trim().slice(0, 200)
      : String(element.textContent || element.value || element.getAttribute('aria-label') || '').trim().slice(0, 200),
    target: typeof target === 'string' ? target : '',
    visible: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    enabled: !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true' && !element.closest('[inert]'),
  }
}) })()`

/** Runs in the page: scrolls to a control and gives its middle. */
const middleOf = (index: number) => `(() => { ${found}
const element = elements[${index}]
if (!element) return null
element.scrollIntoView({ block: 'center', behavior: 'instant' })
const { x, y, width, height } = element.getBoundingClientRect()
return [x + width / 2, y + height / 2]
})()`

export function createTab(page: Page): Tab {
  let stuck = false
  /** What a call to the page gives; `otherwise` where the page closes, crashes or is stuck. */
  const given = async <T>(call: () => Promise<T>, otherwise: T): Promise<T> => {
    if (stuck) return otherwise
    const end = new AbortController()
    const tooLate = sleep(stuckAfter, otherwise, { signal: end.signal }).then(() => {
      stuck = true
      return otherwise
    })
    const answered = call().catch(() => otherwise)
    return Promise.race([answered, tooLate.catch(() => otherwise)]).finally(() => end.abort())
  }
  const inPage = (script: string) => given<unknown>(() => page.evaluate(script), null)
  const controls = async (): Promise<Control[]> => {
    const all = await inPage(describeAll)
    return Array.isArray(all) ? all.filter(isControl) : []
  }
  const press = async (index: number, times: number): Promise<boolean> => {
    const middle = await inPage(middleOf(index))
    if (!Array.isArray(middle)) return false
    const [x, y] = middle.map(Number)
    if (x === undefined || y === undefined) return false
    return given(async () => {
      await (times === 2 ? page.mouse.dblclick(x, y, { delay: 5 }) : page.mouse.click(x, y, { delay: 5 }))
      return true
    }, false)
  }
  const type = (text: string) =>
    given(async () => {
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('Delete')
      await page.keyboard.insertText(text)
    }, undefined)
  return {
    controls,
    fill: async (text) => {
      const fields = (await controls()).filter(
        ({ kind, visible, enabled }) => kind === 'text' && visible && enabled,
      )
      for (const { index } of fields) {
        await press(index, 1)
        await type(text)
      }
      return fields.length
    },
    press: (index, double = false) => press(index, double ? 2 : 1),
    text: () => given(() => page.locator('body').innerText({ timeout: textTimeout }), ''),
    html: () => given(() => page.content(), ''),
    reload: async () => {
      await given(() => page.reload({ waitUntil: 'load' }), null)
    },
    hasGlobal: async (name) => (await inPage(`${JSON.stringify(name)} in window`)) === true,
    until: async (ms, look) => {
      const end = performance.now() + ms
      for (;;) {
        const seen = await look()
        if (seen !== undefined || performance.now() > end) return seen
        await sleep(lookAgainAfter)
      }
    },
  }
}

function isControl(value: unknown): value is Control {
  return (
    typeof value === 'object' && value !== null && 'index' in value && 'kind' in value && 'enabled' in value
  )
}

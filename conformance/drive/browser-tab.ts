import type { Page } from 'playwright-core'

/** Something on a page that can be pressed, followed or filled, as a user meets it. */
export interface Control {
  /** Position among the page's controls; valid until the page changes them. */
  readonly index: number
  /** `link`, `button`, `text`, `form` or `other`. */
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
const pressTimeout = 2_000
const lookAgainAfter = 100

/** Runs in the page: hence a text, without the types of this program. */
const describe = `(elements) => elements.map((element, index) => {
  const tag = element.tagName.toLowerCase()
  const type = (element.getAttribute('type') || '').toLowerCase()
  const role = element.getAttribute('role') || ''
  const kind = tag === 'a' || tag === 'area' || role === 'link' ? 'link'
    : tag === 'form' ? 'form'
    : tag === 'button' || role === 'button' || ['submit', 'button', 'image'].includes(type) ? 'button'
    : tag === 'textarea' || (tag === 'input' && ['', 'text', 'search'].includes(type)) ? 'text'
    : 'other'
  const target = kind === 'link' ? element.href : kind === 'form' ? element.action : element.formAction
  return {
    index, kind,
    text: String(element.textContent || element.value || element.getAttribute('aria-label') || '').trim().slice(0, 200),
    target: typeof target === 'string' ? target : '',
    visible: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    enabled: !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true' && !element.closest('[inert]'),
  }
})`

export function createTab(page: Page): Tab {
  const all = () => page.locator(selector)
  const controls = async (): Promise<Control[]> => {
    const found: unknown = await all()
      .evaluateAll(describe)
      .catch(() => [])
    return Array.isArray(found) ? found.filter(isControl) : []
  }
  return {
    controls,
    fill: async (text) => {
      const fields = (await controls()).filter(
        ({ kind, visible, enabled }) => kind === 'text' && visible && enabled,
      )
      for (const { index } of fields)
        await all()
          .nth(index)
          .fill(text, { timeout: pressTimeout })
          .catch(() => {})
      return fields.length
    },
    press: async (index, double = false) => {
      const control = all().nth(index)
      const press = double
        ? control.dblclick({ timeout: pressTimeout, delay: 5, noWaitAfter: true })
        : control.click({ timeout: pressTimeout, noWaitAfter: true })
      return press.then(
        () => true,
        () => false,
      )
    },
    text: () =>
      page
        .locator('body')
        .innerText({ timeout: pressTimeout })
        .catch(() => ''),
    html: () => page.content().catch(() => ''),
    reload: async () => {
      await page.reload({ waitUntil: 'load' }).catch(() => null)
    },
    hasGlobal: async (name) => {
      const found: unknown = await page.evaluate(`${JSON.stringify(name)} in window`).catch(() => false)
      return found === true
    },
    until: async (ms, look) => {
      const end = performance.now() + ms
      for (;;) {
        const seen = await look()
        if (seen !== undefined || performance.now() > end) return seen
        await page.waitForTimeout(lookAgainAfter).catch(() => {})
      }
    },
  }
}

function isControl(value: unknown): value is Control {
  return (
    typeof value === 'object' && value !== null && 'index' in value && 'kind' in value && 'enabled' in value
  )
}

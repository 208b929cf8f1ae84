import type { Tab } from '../../drive/browser-tab.ts'
import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'

/** Texts that are almost the right one, and it; what the server makes of them is another scenario's. */
export function typedTexts(exact: string): [variant: string, text: string][] {
  const near: [variant: string, text: string][] = [
    ['nothing', ''],
    ['other-case', exact.toLowerCase() === exact ? exact.toUpperCase() : exact.toLowerCase()],
    ['shorter', [...exact].slice(0, -1).join('')],
    ['longer', `${exact}.`],
    ['trailing-blank', `${exact} `],
    ['leading-blank', ` ${exact}`],
  ]
  // A text without letters of two cases is the same in the other case.
  // A button that was let go must wait again: hence one more after the exact text.
  return [...near.filter(([, text]) => text !== exact), ['exact', exact], ['spoilt', `${exact}x`]]
}

export const pagesStartPanel: Scenario = {
  id: 'pages/start-panel',
  profile: 'public',
  browser: true,
  title: 'the preview page in a browser: what it shows, and which buttons work with which text',
  drive: async (driver) => {
    const { routes, texts: expected } = driver.contract
    await visiting(driver, routes.preview, async (visit) => {
      const { tab } = visit
      const operation = 'page.preview'
      // A client-rendered page shows its panel after a while.
      await tab.until(5_000, async () => ((await tab.controls()).some(isField) ? true : undefined))
      await noteView(driver, visit, { operation, step: 'shown' }, { text: await tab.text() })
      for (const [variant, text] of typedTexts(expected.checkout)) {
        const fields = await tab.fill(text)
        const buttons = await usableButtons(tab)
        await noteView(driver, visit, { operation, step: 'typed', variant }, { fields, buttons })
      }
    })
  },
}

export function isField({ kind, visible }: { readonly kind: string; readonly visible: boolean }): boolean {
  return kind === 'text' && visible
}

/** The positions of the buttons that could be pressed, once the page has had time to react. */
export async function usableButtons(tab: Tab): Promise<number[]> {
  const usable = async () =>
    (await tab.controls())
      .filter(({ kind, visible, enabled }) => kind === 'button' && visible && enabled)
      .map(({ index }) => index)
  let last = await usable()
  await tab.until(600, async () => {
    const now = await usable()
    const still = now.join() === last.join()
    last = now
    return still ? undefined : now
  })
  return last
}

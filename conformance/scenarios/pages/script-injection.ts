import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'
import { postPurchasePath, successPath } from './visit.ts'

/** Ids that run where a page writes them: into markup, into a script's strings, into innerHTML. */
function probes(mark: string): [variant: string, id: string][] {
  return [
    ['element', `<img src=x onerror=window.${mark}=1>`],
    ['script', `</script><script>window.${mark}=1</script>`],
    ['double-quoted', `"-(window.${mark}=1)-"`],
    ['single-quoted', `'-(window.${mark}=1)-'`],
    ['template', `\${window.${mark}=1}`],
    ['attribute', `"><svg onload=window.${mark}=1>`],
  ]
}

export const pagesScriptInjection: Scenario = {
  id: 'pages/script-injection',
  profile: 'public',
  writes: false,
  browser: true,
  title: 'pages in a browser whose id is a script',
  drive: async (driver) => {
    const mark = `x${Buffer.from(driver.random(6)).toString('hex')}`
    for (const [variant, id] of probes(mark)) {
      for (const [operation, path] of [
        ['page.success', successPath(driver, id)],
        ['page.post-purchase', postPurchasePath(driver, id)],
      ] as const) {
        await visiting(driver, path, async (visit) => {
          const ran = await visit.tab.until(500, async () =>
            (await visit.tab.hasGlobal(mark)) ? true : undefined,
          )
          await noteView(driver, visit, { operation, step: 'probe', variant }, { ran: ran === true })
        })
      }
    }
  },
}

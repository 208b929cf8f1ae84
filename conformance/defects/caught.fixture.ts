import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requirementById } from '../../contracts/requirements/index.ts'
import { defects } from '../../mock-server/defects/index.ts'
import { openBrowser, type BrowserAtHand } from '../drive/browser.ts'
import { runOnGateway } from '../gateway.fixture.ts'

/**
 * Every deviation that the gateway can have is caught by a check of the requirement that it breaks. The `part`-th of
 * `parts` shares of them: a file runs in one process. Most of a run is waiting, so that some go side by side; those in a
 * browser do not, since its waits are short.
 */
export function everyDefectIsCaught(part: number, parts: number): void {
  describe('every defect is caught by the check that names its requirement', () => {
    let browser: BrowserAtHand | null = null
    beforeAll(async () => {
      browser = await openBrowser(new URL('http://127.0.0.1'), process.env['CHROME_PATH'])
    })
    afterAll(() => browser?.close())

    for (const defect of defects.filter((_, i) => i % parts === part - 1)) {
      const run = defect.browser === true ? test : test.concurrent
      run(`${defect.id} (${defect.breaks})`, async () => {
        const { record } = await runOnGateway({
          only: defect.breaks,
          gateway: { defects: [defect.id] },
          http: defect.wire !== undefined || defect.browser === true,
          // A late effect needs the window in which it shows.
          run: {
            // Stories come by many faults too; each must be caught by the checks that were made for it.
            explore: { stories: 0 },
            drainMs: (defect.lateMs ?? 0) + 300,
            browser: defect.browser === true ? browser : null,
          },
        })
        const caught = record.checks.filter(({ findings }) => findings.length > 0)
        expect(caught.map(({ requirement }) => requirement)).toContain(requirementById(defect.breaks).id)
      })
    }
  })
}

import { readRedirect, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'

export const returnUrls: Scenario = {
  id: 'confirmation/return-urls',
  profile: 'sandbox',
  title: 'starts whose return addresses are of another origin or scheme',
  drive: async (driver) => {
    const { canaries } = driver
    const all: { [variant: string]: (name: string) => string } = {
      'other-origin': (name) => `https://${name}.example.net/thanks`,
      'other-origin-with-port': (name) => `http://${name}.example.net:8080/`,
      'without-scheme': (name) => `//${name}.example.net/thanks`,
      backslashes: (name) => `/\\${name}.example.net/thanks`,
      script: (name) => `javascript:location='https://${name}.example.net'`,
      data: (name) => `data:text/html,${name}`,
      'user-info': (name) => `https://trusted@${name}.example.net/`,
    }
    await start(driver, {}, { step: 'plain' })
    for (const [variant, make] of Object.entries(all)) {
      const successUrl = make(canaries.mint('client-field'))
      const cancelUrl = make(canaries.mint('client-field'))
      const { json } = await start(driver, { successUrl, cancelUrl }, { step: 'start', variant })
      const intentId = member(json, 'checkoutIntentId')
      if (typeof intentId === 'string') await readRedirect(driver, intentId, { step: 'redirect', variant })
    }
    const successUrl = `https://${canaries.mint('client-field')}.example.net/`
    await start(driver, { successUrl, previewOnly: true }, { step: 'preview' })
  },
}

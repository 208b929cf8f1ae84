import { readRedirect, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'

export const returnUrls: Scenario = {
  id: 'confirmation/return-urls',
  profile: 'sandbox',
  title: 'starts whose return addresses are of another origin or scheme',
  drive: async (driver) => {
    const { canaries, origin } = driver
    const own = origin.origin
    const all: { [variant: string]: (name: string) => string } = {
      'other-origin': (name) => `https://${name}.example.net/thanks`,
      'other-origin-with-port': (name) => `http://${name}.example.net:8080/`,
      'without-scheme': (name) => `//${name}.example.net/thanks`,
      backslashes: (name) => `/\\${name}.example.net/thanks`,
      script: (name) => `javascript:location='https://${name}.example.net'`,
      data: (name) => `data:text/html,${name}`,
      'user-info': (name) => `https://trusted@${name}.example.net/`,
      // What begins with the own origin, or has it somewhere, is not of it.
      'own-origin-as-beginning': (name) => `${own}.${name}.example.net/`,
      'own-origin-as-user-info': (name) => `${own}@${name}.example.net/`,
      'own-origin-in-query': (name) => `https://${name}.example.net/?${own}/`,
    }
    await start(driver, {}, { step: 'plain' })
    for (const [variant, make] of Object.entries(all)) {
      // One at a time: who refuses the one must not hide that the other is taken.
      const cancelUrl = make(canaries.mint('client-field'))
      await start(driver, { cancelUrl }, { step: 'start', variant: `${variant}-to-cancel` })
      const successUrl = make(canaries.mint('client-field'))
      const { json } = await start(driver, { successUrl }, { step: 'start', variant })
      const intentId = member(json, 'checkoutIntentId')
      if (typeof intentId === 'string') await readRedirect(driver, intentId, { step: 'redirect', variant })
    }
    const successUrl = `https://${canaries.mint('client-field')}.example.net/`
    await start(driver, { successUrl, previewOnly: true }, { step: 'preview' })
  },
}

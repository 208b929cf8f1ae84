import type { Scenario } from '../scenario.ts'
import { fetchPage, postPurchasePath, successPath } from './visit.ts'

export const pagesPreviewStatic: Scenario = {
  id: 'pages/preview-static',
  profile: 'public',
  writes: false,
  title: 'the HTML of the preview page, and of pages for intents and slugs that nobody knows',
  drive: async (driver) => {
    const { contract, random } = driver
    const { preview, success, cancel, postPurchase } = contract.routes
    const nobody = `nobody-${Buffer.from(random(6)).toString('hex')}`
    const step = 'unknown'
    await fetchPage(driver, 'page.preview', preview, { step: 'preview' })
    await fetchPage(driver, 'page.preview', `${preview}-${nobody}`, { step, variant: 'slug' })
    await fetchPage(driver, 'page.preview', `${preview}/${nobody}`, { step, variant: 'below' })
    await fetchPage(driver, 'page.success', success, { step, variant: 'success-without-intent' })
    await fetchPage(driver, 'page.success', successPath(driver, nobody), { step, variant: 'success' })
    await fetchPage(driver, 'page.success', `${success}?checkout_intent_id=`, {
      step,
      variant: 'success-empty',
    })
    await fetchPage(driver, 'page.cancel', cancel, { step, variant: 'cancel' })
    await fetchPage(driver, 'page.post-purchase', postPurchasePath(driver, nobody), {
      step,
      variant: 'intent',
    })
    await fetchPage(driver, 'page.post-purchase', postPurchase, { step, variant: 'without-intent' })
  },
}

import type { Scenario } from '../scenario.ts'
import { fetchPage } from './visit.ts'

/** Ids that leave each place in which a page might write them: text, either quoted attribute, a script, a link. */
function probes(token: string): [variant: string, id: string][] {
  return [
    ['element', `<x${token}>`],
    ['double-quoted', `"><x${token}>`],
    ['single-quoted', `'><x${token} y='`],
    ['script', `</script></title></textarea><x${token}>`],
    ['attribute', `" onx${token}="1`],
    ['link', `javascript:x${token}()`],
  ]
}

export const pagesInjection: Scenario = {
  id: 'pages/injection',
  profile: 'public',
  writes: false,
  title: 'pages whose ids in path and query are markup',
  drive: async (driver) => {
    const { contract, random } = driver
    const { preview, success, cancel, postPurchase } = contract.routes
    const token = Buffer.from(random(6)).toString('hex')
    for (const [variant, probe] of probes(token)) {
      const id = encodeURIComponent(probe).replaceAll("'", '%27')
      const tags = (place: string) => ({ step: 'probe', variant: `${variant}/${place}`, about: { token } })
      const query = `checkout_intent_id=${id}&session_id=${id}&id=${id}`
      await fetchPage(driver, 'page.success', `${success}?${query}`, tags('success'))
      await fetchPage(driver, 'page.cancel', `${cancel}?${query}`, tags('cancel'))
      await fetchPage(driver, 'page.preview', `${preview}?${query}`, tags('preview'))
      await fetchPage(driver, 'page.preview', `${preview}-${id}`, tags('slug'))
      await fetchPage(driver, 'page.post-purchase', `${postPurchase}/${id}`, tags('post-purchase'))
    }
  },
}

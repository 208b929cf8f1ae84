import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

/** Web Crypto has no MD5. In a browser there is none, and the defect does nothing. */
function md5(text: string): string | undefined {
  const node = (globalThis as { process?: Partial<NodeJS.Process> }).process
  return node?.getBuiltinModule?.('node:crypto').createHash('md5').update(text).digest('hex')
}

export const emailMd5Gravatar = defineDefect({
  id: 'email-md5-gravatar',
  breaks: 'RED-01',
  summary: "The state of an intent has the buyer's picture, under a URL that ends with the address's MD5.",
  respond: ({ route, intent }, response) => {
    const { email } = secretsOf(intent)
    const hash = email === undefined ? undefined : md5(email.trim().toLowerCase())
    if (route !== 'decisions' || hash === undefined) return response
    const avatar = `https://gravatar.example.com/avatar/${hash}`
    return editJson(response, (body) => ({ ...body, ...insideOf(body, 'checkout', { avatar }) }))
  },
})

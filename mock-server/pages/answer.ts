import { htmlAnswer } from '../http/answer.ts'
import type { Page } from './page.ts'

/**
 * A page under a policy that lets it run its own script and style, named by their hashes, and talk to its own origin.
 * Whatever else finds its way into the markup stays dead: no other script, no image of elsewhere, no form.
 */
export async function pageAnswer({ html, script, style }: Page, status = 200): Promise<Response> {
  const policy = [
    "default-src 'none'",
    `script-src ${script === '' ? "'none'" : await hashSource(script)}`,
    `style-src ${await hashSource(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  const response = htmlAnswer(html, status)
  response.headers.set('content-security-policy', policy.join('; '))
  return response
}

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

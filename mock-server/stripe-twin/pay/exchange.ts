import type { CheckoutSession } from '../checkout-session.ts'
import { plainPage } from './page.ts'

/** What a browser has submitted; nothing when that cannot be read. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    return new FormData()
  }
}

/** A field of it; empty for a file, or where there is none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Back to the shop. Stripe fills in the session's id where the address asks for it. */
export async function away(session: CheckoutSession, url: string | null): Promise<Response> {
  if (url === null) return page(200, plainPage('Done', 'You can close this page.'))
  return new Response(null, {
    status: 303,
    headers: { ...safety, location: url.replaceAll('{CHECKOUT_SESSION_ID}', session.id) },
  })
}

const safety = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** A page that loads nothing, and that nobody frames. */
export async function page(status: number, markup: Promise<string>): Promise<Response> {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
  return new Response(await markup, {
    status,
    headers: { ...safety, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })
}

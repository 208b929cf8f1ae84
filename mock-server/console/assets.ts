import { consolePage } from './page.ts'
import { consoleScript } from './script.ts'
import { consoleStyle } from './style.ts'

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '': ['text/html', consolePage],
  'console.css': ['text/css', consoleStyle],
  'console.js': ['text/javascript', consoleScript],
}

/** Nothing from elsewhere, nothing inline: text that slipped into the page could not run. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The console's page, style and script, by the path under control's prefix; undefined for any other. `withoutSlash`
 * is the page's address without its last slash: its own addresses are relative, so it sends the browser on.
 */
export function consoleAsset(path: string, withoutSlash: boolean): Response | undefined {
  // Relative, so that the base path of a world stays.
  if (path === '' && withoutSlash)
    return new Response(null, { status: 302, headers: { location: '__control/' } })
  const file = Object.hasOwn(files, path) ? files[path] : undefined
  if (file === undefined) return undefined
  const [type, text] = file
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

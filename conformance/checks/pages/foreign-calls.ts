import { tagsIn, type Tag } from '../../judge/html.ts'
import { memberOf } from '../../judge/look.ts'
import type { View } from '../../judge/view.ts'

/** What a page makes a browser do: load something, send something, or go somewhere. */
export interface Call {
  readonly kind: 'load' | 'send' | 'go'
  readonly url: string
}

/** Attributes whose URL a browser asks for by itself, by element. */
const loads: { readonly [element: string]: readonly string[] } = {
  script: ['src'],
  img: ['src', 'srcset'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src', 'srcset'],
  track: ['src'],
  link: ['href'],
}

/** The calls that a page's HTML makes by itself or on a press, as far as it shows them. */
export function callsOf(html: string): Call[] {
  return tagsIn(html)
    .flatMap((tag) => [...loaded(tag), ...sent(tag), ...sentOn(tag), ...scripted(tag)])
    .filter(({ url }) => /^(?:https?:|wss?:)?\/\//i.test(url) || url.startsWith('/'))
}

function loaded({ name, attributes }: Tag): Call[] {
  // A link that says what the page is, or what it is about, is not asked for.
  const rel = attributes.get('rel') ?? ''
  if (name === 'link' && /^(?:canonical|alternate|author|license|help|me)$/i.test(rel)) return []
  return (loads[name] ?? [])
    .flatMap((attribute) => (attributes.get(attribute) ?? '').split(/,?\s+/))
    .map((url) => ({ kind: 'load', url }))
}

function sent({ attributes }: Tag): Call[] {
  return ['action', 'formaction', 'ping'].flatMap((name): Call[] => {
    const url = attributes.get(name)
    return url === undefined ? [] : [{ kind: 'send', url }]
  })
}

function sentOn({ name, attributes }: Tag): Call[] {
  if (name !== 'meta' || attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return []
  const url = /url\s*=\s*['"]?([^'"\s]+)/i.exec(attributes.get('content') ?? '')?.[1]
  return url === undefined ? [] : [{ kind: 'go', url }]
}

const sending = /(?:fetch|sendBeacon|Request|WebSocket|EventSource)\s*\(\s*['"`]([^'"`\s]+)/g
const opening = /\.open\s*\(\s*['"](?:GET|POST|PUT|PATCH)['"]\s*,\s*['"`]([^'"`\s]+)/gi
const loading = /(?:\bimport\s*(?:\(\s*)?|\.src\s*=\s*)['"`]([^'"`\s]+)/g
const going = /\blocation(?:\.href)?\s*(?:=|\.(?:assign|replace)\s*\()\s*['"`]([^'"`\s]+)/g

function scripted({ name, content }: Tag): Call[] {
  if (name !== 'script') return []
  const found = (pattern: RegExp, kind: Call['kind']) =>
    [...content.matchAll(pattern)].map(([, url = '']): Call => ({ kind, url }))
  return [
    ...found(sending, 'send'),
    ...found(opening, 'send'),
    ...found(loading, 'load'),
    ...found(going, 'go'),
  ]
}

const stripe = /(?:^|\.)stripe\.(?:com|network)$/i
const billing =
  /\b(?:bill(?:ing)?|charges?|payment[_-]?intents?|invoices?|subscriptions?|payouts?|transfers?)\b/i

export interface Surroundings {
  /** Hosts that are the target's own. */
  readonly own: ReadonlySet<string>
  /** Intent ids that nobody else may be told. */
  readonly ids: readonly string[]
  /** Paths that the contract names. */
  readonly routes: readonly string[]
}

/** Why a page must not make a call; undefined where it may. */
export function forbiddenCall({ kind, url }: Call, { own, ids, routes }: Surroundings): string | undefined {
  const [, authority = '', path = ''] = /^(?:(?:https?:|wss?:)?\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? []
  const host = authority.replace(/^.*@/, '').toLowerCase()
  if (host !== '' && !own.has(host)) {
    if (stripe.test(host.replace(/:\d+$/, ''))) return 'calls Stripe'
    if (kind === 'go') return 'sends the browser to a third party'
    return ids.filter(isTelling).some((id) => decoded(url).includes(id))
      ? 'tells a third party the intent'
      : undefined
  }
  const known = routes.some((route) => path === route || path.startsWith(`${route}/`))
  return kind === 'send' && !known && billing.test(path) ? 'calls a billing route' : undefined
}

/** Whether an id can be told from any other number or word in a URL: one of a few characters stands there by chance. */
export function isTelling(id: string): boolean {
  return id.length >= 6
}

/** The target's own hosts: where it was called, where it says that its redirect route is, where its pages came from. */
export function ownHosts({ header, exchanges, pages }: View): ReadonlySet<string> {
  const redirects = exchanges({ operation: 'checkout.start' }).map((x) => memberOf(x, 'redirect', 'url'))
  const addresses = pages().map(({ requests }) => requests[0]?.url)
  const hosts = [header.target, ...redirects, ...addresses].map((url) =>
    typeof url === 'string' ? /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() : undefined,
  )
  return new Set(hosts.filter((host) => host !== undefined))
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

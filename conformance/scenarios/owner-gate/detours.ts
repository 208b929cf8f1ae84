import type { Driver } from '../../drive/driver.ts'
import type { Header } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { bodiesFor } from './strangers.ts'

const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override']

/** Other spellings of the owner's path: some proxies and some routers take them for it. */
function spellings(path: string): [variant: string, path: string][] {
  const slash = path.lastIndexOf('/')
  const [head, tail] = [path.slice(0, slash), path.slice(slash + 1)]
  const middle = path.indexOf('/', 1)
  const [first, rest] = middle < 0 ? [path, ''] : [path.slice(0, middle), path.slice(middle)]
  const encode = (text: string) => `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`
  const all: [variant: string, path: string][] = [
    ['trailing-slash', `${path}/`],
    ['leading-double-slash', `/${path}`],
    ['inner-double-slash', `${head}//${tail}`],
    ['dot-segment', `${first}/.${rest}`],
    ['dot-dot-segment', `${first}/x/..${rest}`],
    ['encoded-dots', `${first}/x/%2e%2e${rest}`],
    ['encoded-letter', `${head}/${encode(tail)}`],
    ['twice-encoded-letter', `${head}/${encode(tail).replace('%', '%25')}`],
    ['encoded-slash', `${head}%2f${tail}`],
    ['upper-case', path.toUpperCase()],
    ['capital', `${head}/${tail.slice(0, 1).toUpperCase()}${tail.slice(1)}`],
    ['path-parameter', `${path};owner=1`],
    ['encoded-end', `${path}%20`],
    ['nul', `${path}%00`],
    ['ending', `${path}.json`],
    ['below', `${path}/x`],
    ['backslash', `${head}%5c${tail}`],
  ]
  return all.filter(([, spelling]) => spelling !== path)
}

export const ownerGateDetours: Scenario = {
  id: 'owner-gate/detours',
  profile: 'public',
  title:
    "ways round the owner's gate: method overrides, other methods, types and spellings, a framework's own header",
  drive: async (driver) => {
    const { routes } = driver.contract
    const path = routes.ownerActions
    const [, body = '{}'] = bodiesFor(driver)[0] ?? []
    const knock = knocker(driver, body)
    await driver.send({ operation: 'owner.read', step: 'plain', path })
    for (const name of overrides) {
      await knock('POST', path, `${name}-get`, [[name, 'GET']])
      await knock('GET', path, `${name}-post`, [[name, 'POST']])
    }
    await knock('POST', `${path}?_method=GET`, 'query-method')
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) await knock(method, path, method)
    for (const name of ['x-original-url', 'x-rewrite-url', 'x-forwarded-uri']) {
      await knock('GET', routes.sourceData, name, [[name, path]])
    }
    for (const method of ['GET', 'POST']) {
      await knock(method, path, `inner-request/${method.toLowerCase()}`, innerRequest)
    }
    for (const [variant, type, content] of otherTypes(body)) {
      await knock('POST', path, variant, [['content-type', type]], content)
    }
    for (const [variant, spelling] of spellings(path)) {
      await knock('GET', spelling, `${variant}/get`)
      await knock('POST', spelling, `${variant}/post`)
    }
  },
}

/** What a web framework sent to itself, so that its gate would not run twice; whoever else sent it went past the gate. */
const innerRequest: readonly Header[] = [
  ['x-middleware-subrequest', [...repeated('middleware'), ...repeated('src/middleware')].join(':')],
]

function repeated(word: string): string[] {
  return Array.from({ length: 5 }, () => word)
}

/** A browser sends these to another origin without asking: some gates look at JSON alone. */
function otherTypes(body: string): [variant: string, type: string, body: string][] {
  const form = 'application/x-www-form-urlencoded'
  const members = Object.entries(JSON.parse(body) as object).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return [
    ['form', form, new URLSearchParams(members).toString()],
    ['json-as-form', form, body],
    ['json-as-text', 'text/plain', body],
  ]
}

function knocker(driver: Driver, complete: string) {
  return async (
    method: string,
    path: string,
    variant: string,
    headers: readonly Header[] = [],
    body = complete,
  ) => {
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method)
    const hasType = !writes || headers.some(([name]) => name === 'content-type')
    await driver.send({
      operation: writes ? 'owner.act' : 'owner.read',
      step: 'detour',
      variant,
      method,
      path,
      headers: [...(hasType ? [] : [['content-type', 'application/json'] as const]), ...headers],
      ...(writes ? { body } : {}),
    })
  }
}

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
  title: "ways round the owner's gate: method overrides, other methods, other spellings of the path",
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
    for (const [variant, spelling] of spellings(path)) {
      await knock('GET', spelling, `${variant}/get`)
      await knock('POST', spelling, `${variant}/post`)
    }
  },
}

function knocker(driver: Driver, body: string) {
  return async (method: string, path: string, variant: string, headers: readonly Header[] = []) => {
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method)
    await driver.send({
      operation: writes ? 'owner.act' : 'owner.read',
      step: 'detour',
      variant,
      method,
      path,
      headers: [...(writes ? [['content-type', 'application/json'] as const] : []), ...headers],
      ...(writes ? { body } : {}),
    })
  }
}

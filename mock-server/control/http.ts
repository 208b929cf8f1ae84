import type { Contract } from '../../contracts/contract.ts'
import { failure } from '../app.ts'
import { consoleAsset } from '../console/assets.ts'
import { cameToLoopbackServer, isLoopback } from '../faces/loopback.ts'
import { answer, Refusal, refuse } from '../http/answer.ts'
import { parseJson, readBytes, readFields } from '../http/body.ts'
import type { Control } from './control.ts'
import { ControlError, fault, type Inputs } from './inputs.ts'
import { consoleState, type Asked } from './state.ts'

/** Everything of control's lies under this one path. */
export const controlPrefix = '/__control'
const largestBody = 65_536

/** The JSON body; an empty one is an object without members. */
interface WithInput {
  readonly input: unknown
}
type Act = (asked: Asked & WithInput) => unknown

/** By method and path under the prefix. Each is one call of `Control`: what it returns is what the answer says. */
const acts: Readonly<Record<string, Act>> = {
  'GET state': consoleState,
  'GET clock': ({ control }) => ({ clock: control.clock() }),
  'POST clock/advance': ({ control, input }) => ({ clock: control.advance(as(input)) }),
  'POST clock/set': ({ control, input }) => ({ clock: control.setClock(as(input)) }),
  'POST reset': async ({ control, input }) => void (await control.reset(as(input))),
  'GET snapshots': ({ control }) => ({ snapshots: control.snapshots() }),
  'POST snapshots': async ({ control, input }) => ({ snapshot: await control.snapshot(as(input)) }),
  'POST snapshots/restore': async ({ control, input }) => ({ snapshot: await control.restore(as(input)) }),
  'GET journal': ({ control, query }) => ({ entries: control.journal(filterIn(query)) }),
  'DELETE journal': ({ control }) => control.clearJournal(),
  'GET failures': ({ control }) => ({ failures: control.failures() }),
  'POST failures': ({ control, input }) => ({ failure: control.fail(as(input)) }),
  'DELETE failures': ({ control }) => control.clearFailures(),
  'GET defects': ({ control }) => ({ defects: control.defects() }),
  'POST defects': ({ control, input }) => ({ on: control.setDefects(as(input)) }),
  'GET intents': async ({ control }) => ({ intents: await control.intents() }),
  'POST pay': ({ control, input }) => control.pay(as(input)),
  'POST expire': ({ control, input }) => control.expire(as(input)),
  'POST redeliver': ({ control, input }) => control.redeliver(as(input)),
  'GET namespaces': ({ control }) => ({ namespaces: control.namespaces() }),
  'POST namespaces/remove': async ({ control, input }) => void (await control.removeNamespace(as(input))),
}

/** Control over HTTP. The function that comes back answers undefined for a path that is not control's. */
export function createControlRoutes(control: Control, contract: Contract) {
  return (request: Request, namespace: string): Promise<Response> | undefined => {
    const { pathname, search } = new URL(request.url)
    if (pathname !== controlPrefix && !pathname.startsWith(`${controlPrefix}/`)) return undefined
    const path = pathname.slice(controlPrefix.length + 1)
    const asked = { control: control.in(namespace), contract, query: new URLSearchParams(search) }
    return answering(() => dispatch(request, path, asked))
  }
}

async function dispatch(request: Request, path: string, asked: Asked): Promise<Response> {
  refuseOtherNames(request)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const withoutSlash = new URL(request.url).pathname === controlPrefix
  const asset = method === 'GET' ? consoleAsset(path, withoutSlash) : undefined
  if (asset !== undefined) return asset
  const act = acts[`${method} ${path}`]
  if (act === undefined) return unknownAct(path)
  const input = method === 'POST' ? await inputOf(request) : {}
  const said: unknown = await act({ ...asked, input })
  return answer({ ok: true, ...(typeof said === 'object' ? said : {}) })
}

/**
 * A page of another origin may have its own name lead to this machine: to its browser, the gateway is then that origin.
 * What it cannot do is ask under a name of loopback's.
 */
function refuseOtherNames(request: Request): void {
  if (!cameToLoopbackServer(request) || isLoopback(new URL(request.url).hostname)) return
  const message =
    'host: has to be 127.0.0.1, localhost or [::1], since this gateway listens on loopback alone'
  throw new Refusal(403, 'control_host_refused', { message, field: 'host' })
}

function unknownAct(path: string): Response {
  const methods = Object.keys(acts).filter((name) => name.endsWith(` ${path}`))
  if (methods.length === 0) return refuse(404, 'not_found')
  return refuse(
    405,
    'method_not_allowed',
    {},
    { allow: methods.map((name) => name.split(' ')[0]).join(', ') },
  )
}

/**
 * Only a JSON content type is taken: a page of another origin cannot send one unasked, so no web page that happens to
 * be open can reset a gateway on this machine.
 */
async function inputOf(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(415, 'control_content_type', { message: 'content-type has to be application/json' })
  }
  return readFields(await readBytes(request, largestBody), parseJson)
}

async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ControlError)) return failure(error)
    const { status, code, message, field } = error
    return refuse(status, code, { message, ...(field === undefined ? {} : { field }) })
  }
}

const numbers = ['status', 'since', 'limit']

/** The filter in a query: its numbers read as numbers. What is wrong with it, `Control` says. */
function filterIn(query: URLSearchParams): Inputs['journal'] {
  const filter: Record<string, unknown> = {}
  for (const [name, value] of query) {
    if (Object.hasOwn(filter, name)) throw fault(name, 'is given twice')
    filter[name] = numbers.includes(name) && /^\d{1,15}$/.test(value) ? Number(value) : value
  }
  return as(filter)
}

/** Every method of `Control` checks its input itself, whoever calls. */
function as<Input>(input: unknown): Input {
  return input as Input
}

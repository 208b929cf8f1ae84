import { wireEffectsOf } from '../faces/wire-effects.ts'
import type { GatewayOptions } from '../options.ts'
import type { TestGateway } from '../testing.ts'
import { eventBattery } from './battery-events.ts'
import { plainBattery } from './battery-plain.ts'
import { raceBattery } from './battery-races.ts'
import { secretBattery } from './battery-secrets.ts'
import { webhookBattery } from './battery-webhook.ts'
import { startClockwork } from './clockwork.ts'

class Different extends Error {}

/**
 * Everything that a fixed run of requests shows of a gateway, as lines: answers with their headers, what the wire would
 * carry besides, calls to Stripe. Equal gateways give equal lines; a deviation shows as a difference. With `until` the
 * run ends at the first answer that differs from those lines.
 */
export async function observe(
  overrides: Partial<GatewayOptions> = {},
  until?: readonly string[],
): Promise<readonly string[]> {
  const lines: string[] = []
  const inner = startClockwork(overrides)
  let racing = false
  const seen = async (label: string, asked: Promise<Response>): Promise<Response> => {
    const response = await Promise.race([asked, silence()])
    lines.push(`${label}: ${response === undefined ? 'no answer' : await textOf(response)}`)
    if (until !== undefined && !racing && lines.at(-1) !== until[lines.length - 1]) throw new Different()
    return response ?? Response.json({})
  }
  const gateway = watched(inner, seen)
  try {
    for (const run of [plainBattery, webhookBattery, eventBattery, secretBattery]) await story(run(gateway))
    racing = true
    await story(raceBattery(gateway, lines))
    for (const { operation, path, params, keyMode, idempotencyKey } of inner.twin.calls) {
      lines.push(`twin: ${operation ?? path} ${keyMode} ${JSON.stringify(params)} ${idempotencyKey ?? ''}`)
    }
  } catch (error) {
    if (!(error instanceof Different)) throw error
  }
  await inner.close()
  return lines

  /** A gateway that is broken enough ends a story early: that shows, too. */
  async function story(told: Promise<void>): Promise<void> {
    await told.catch((error: unknown) => {
      if (error instanceof Different) throw error
      lines.push(`ended: ${String(error)}`)
    })
  }
}

type Seen = (label: string, asked: Promise<Response>) => Promise<Response>

function watched(inner: TestGateway, seen: Seen): TestGateway {
  return {
    ...inner,
    fetch: (request) => seen(`${request.method} ${request.url}`, inner.fetch(request)),
    get: (path, headers) => seen(`GET ${path}`, inner.get(path, headers)),
    post: (path, body, headers) => seen(`POST ${path}`, inner.post(path, body, headers)),
    deliver: (event, headers) => seen('deliver', inner.deliver(event, headers)),
  }
}

async function textOf(response: Response): Promise<string> {
  // The twin's session ids are random, and the redirect's Location is the one place where they show.
  const headers = JSON.stringify([...response.headers]).replaceAll(/\bcs_test_\w+|#fid\w+/g, '*')
  const wire = JSON.stringify(wireEffectsOf(response) ?? null)
  return `${response.status} ${headers} ${wire} ${await response.clone().text()}`
}

/** An answer takes milliseconds here: a second without one is none. */
function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 1_000).unref())
}

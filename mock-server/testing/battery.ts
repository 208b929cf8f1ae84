import { wireEffectsOf } from '../faces/wire-effects.ts'
import type { GatewayOptions } from '../options.ts'
import { plainBattery } from './battery-plain.ts'
import { raceBattery } from './battery-races.ts'
import { secretBattery } from './battery-secrets.ts'
import { webhookBattery } from './battery-webhook.ts'
import { startClockwork } from './clockwork.ts'

/**
 * Everything that a fixed run of requests shows of a gateway, as lines: answers with their headers, what the wire would
 * carry besides, calls to Stripe. Equal gateways give equal lines; a deviation shows as a difference.
 */
export async function observe(overrides: Partial<GatewayOptions> = {}): Promise<readonly string[]> {
  const lines: string[] = []
  const inner = startClockwork(overrides)
  const seen = async (label: string, asked: Promise<Response>): Promise<Response> => {
    const response = await Promise.race([asked, silence()])
    if (response === undefined) {
      lines.push(`${label}: no answer`)
      return Response.json({})
    }
    const headers = JSON.stringify([...response.headers])
    const wire = JSON.stringify(wireEffectsOf(response) ?? null)
    lines.push(`${label}: ${response.status} ${headers} ${wire} ${await response.clone().text()}`)
    return response
  }
  const gateway = {
    ...inner,
    fetch: (request: Request) => seen(`${request.method} ${request.url}`, inner.fetch(request)),
    get: (path: string, headers?: Readonly<Record<string, string>>) =>
      seen(`GET ${path}`, inner.get(path, headers)),
    post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
      seen(`POST ${path}`, inner.post(path, body, headers)),
    deliver: (event: unknown, headers?: Readonly<Record<string, string>>) =>
      seen('deliver', inner.deliver(event, headers)),
  }
  for (const run of [plainBattery, webhookBattery, secretBattery, raceBattery]) {
    // A gateway that is broken enough ends a story early: that shows, too.
    await run(gateway, lines).catch((error: unknown) => lines.push(`ended: ${String(error)}`))
  }
  for (const { operation, path, params, keyMode, idempotencyKey } of inner.twin.calls) {
    lines.push(`twin: ${operation ?? path} ${keyMode} ${JSON.stringify(params)} ${idempotencyKey ?? ''}`)
  }
  await inner.close()
  return lines
}

/** An answer takes milliseconds here: a second without one is none. */
function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 1_000).unref())
}

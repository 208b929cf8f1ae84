import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Contract } from '../contracts/contract.ts'
import { deriveContract } from '../contracts/derive.ts'
import { parseSeed } from '../contracts/load.ts'
import { readContract, readSeedFile } from '../contracts/seed-file.ts'
import { serve } from '../mock-server/faces/serve.ts'
import { startTestGateway } from '../mock-server/testing.ts'
import { createFetchTransport } from './drive/fetch-transport.ts'
import { createHttpTransport } from './drive/http-transport.ts'
import { defaultLimits } from './drive/transport.ts'
import { witnessOf } from './drive/witness.ts'
import { run, type RunResult } from './run.ts'
import type { Fetch, JsonObject, Variant } from './variants/variant.fixture.ts'

const seeds = join(import.meta.dirname, '../seeds')

/** Runs the suite against a variant of the gateway, on the highest profile that the variant can have. */
export async function runOnVariant(variant: Variant, only: string | null = null): Promise<RunResult> {
  const seed = variant.otherSeed === true ? 'atelier-lumiere' : 'checkout-offer'
  const contract = contractOf(join(seeds, `${seed}-source-data.json`), variant)
  const gateway = startTestGateway({ ...variant.gateway, contract })
  const { webhookSecret, ownerToken } = gateway
  const whole: Fetch = async (request) => gateway.fetch(await buffered(request))
  const fetch = variant.wrap?.(whole, { contract, webhookSecret, ownerToken }) ?? gateway.fetch
  const server = variant.http === true ? await serve(fetch) : null
  const origin = new URL(`${server?.origin ?? gateway.origin}${variant.base ?? ''}`)
  const transport =
    server === null
      ? createFetchTransport(fetch, origin.href, defaultLimits)
      : createHttpTransport(origin, defaultLimits)
  const witness = variant.unwitnessed === true ? null : witnessOf(gateway.twin)
  try {
    return await run({
      target: variant.id,
      transport,
      origin,
      contract,
      profile: witness === null ? 'owner' : 'witnessed',
      webhookSecret,
      ownerHeaders: [['authorization', variant.ownerHeader?.(ownerToken) ?? `Bearer ${ownerToken}`]],
      routeHeaders: [],
      headerSecrets: [],
      witness,
      only,
      deadlineMs: defaultLimits.deadlineMs,
      drainMs: 50,
      now: Date.now,
      random: (count) => randomBytes(count),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    })
  } finally {
    await transport.close()
    await server?.close()
    await gateway.close()
  }
}

function contractOf(path: string, { reseeded }: Variant): Contract {
  if (reseeded === undefined) return readContract(path)
  const seed = structuredClone(readSeedFile(path))
  reseeded(seed as unknown as JsonObject)
  return deriveContract(parseSeed(seed))
}

/** The request with a body of its own: one that a variant has read a copy of could not be given up by the gateway. */
async function buffered(request: Request): Promise<Request> {
  const bytes = await request.arrayBuffer()
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    ...(bytes.byteLength === 0 ? {} : { body: bytes }),
  })
}

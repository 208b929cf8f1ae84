import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { Agent, request as ask } from 'node:http'
import { once } from 'node:events'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { createCanaries } from '../conformance/drive/canaries.ts'
import { createHttpTransport } from '../conformance/drive/http-transport.ts'
import { createSecretIndex } from '../conformance/drive/secret-index.ts'
import { defaultLimits, type Transport, type WireRequest } from '../conformance/drive/transport.ts'
import { runOnGateway } from '../conformance/gateway.fixture.ts'
import { serve } from '../mock-server/faces/serve.ts'
import { startTestGateway } from '../mock-server/testing.ts'

/** Measures what the documents claim, and prints it as it is. Medians of several rounds; a busy machine shows. */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN
const shown = (value: number, digits = 1) => value.toFixed(digits)

const racers = 20
const rounds = 15
const targetMs = 5

/** A server in a thread of its own: it notes when each request was there in full. */
const stopwatch = `
  const { createServer } = require('node:http')
  const { parentPort } = require('node:worker_threads')
  let ends = []
  const server = createServer((incoming, response) => {
    incoming.resume()
    incoming.once('end', () => {
      ends.push(performance.now())
      response.end('{}')
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
  parentPort.on('message', () => {
    parentPort.postMessage(Math.max(...ends) - Math.min(...ends))
    ends = []
  })
`

/** How far apart the last bytes of racing requests are, as the server that gets them sees it. */
async function raceSpread(): Promise<void> {
  const worker = new Worker(stopwatch, { eval: true })
  const told = async () => {
    const [value] = (await once(worker, 'message')) as [number]
    return value
  }
  const target = new URL(`http://127.0.0.1:${await told()}`)
  const body = Buffer.from(JSON.stringify({ idempotencyKey: 'k', text: 'x'.repeat(500) }))
  const headers = [
    ['content-type', 'application/json'],
    ['content-length', String(body.length)],
  ] as const
  const requests: WireRequest[] = Array.from({ length: racers }, () => ({
    method: 'POST',
    path: '/',
    headers,
    body,
  }))
  /** Each round over new connections, as a race has them. */
  const spread = async (send: (transport: Transport) => Promise<unknown>) => {
    const transport = createHttpTransport(target, defaultLimits)
    await send(transport)
    await transport.close()
    worker.postMessage('next')
    return told()
  }
  const together: number[] = []
  const plain: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const raced = await spread((transport) => transport.race(requests))
    const sent = await spread((transport) => Promise.all(requests.map((one) => transport.send(one))))
    // The first round warms up.
    if (round > 0) {
      together.push(raced)
      plain.push(sent)
    }
  }
  await worker.terminate()
  say(`race, ${racers} requests, last bytes as the server sees them (${rounds} rounds)`)
  say(
    `  held back     median ${shown(median(together), 2)} ms, worst ${shown(Math.max(...together), 2)} ms, target at most ${targetMs} ms: ${median(together) <= targetMs ? 'met' : 'MISSED'}`,
  )
  say(`  concurrently  median ${shown(median(plain), 2)} ms, worst ${shown(Math.max(...plain), 2)} ms`)
}

/** How fast texts are searched for secrets. */
function searchSpeed(): void {
  const index = createSecretIndex()
  const canaries = createCanaries((count) => randomBytes(count), index)
  const secrets = 3000
  for (let i = 0; i < secrets; i += 1) canaries.learn('header-secret', randomBytes(18).toString('base64url'))
  const item = {
    id: 'checkout-intent-0123',
    status: 'paid',
    amountCents: 4900,
    currency: 'usd',
    title: 'A launch stack',
  }
  const text = JSON.stringify(Array.from({ length: 20_000 }, () => item))
  const speeds = Array.from({ length: 7 }, () => {
    const startedAt = performance.now()
    index.search(text)
    return text.length / 1e6 / ((performance.now() - startedAt) / 1000)
  })
  say(`secret search, ${secrets} secrets in all their forms`)
  say(`  ${shown(median(speeds), 0)} MB/s over ${shown(text.length / 1e6)} MB of JSON`)
}

/** What a whole run against the gateway takes, over HTTP, both in this process. */
async function wholeRun(): Promise<void> {
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const startedAt = performance.now()
  const { transcript, record } = await runOnGateway({ http: true, profile: 'witnessed' })
  const seconds = (performance.now() - startedAt) / 1000
  clearInterval(timer)
  const exchanges = transcript.entries.filter(({ kind }) => kind === 'exchange').length
  const megabytes = (bytes: number) => shown(bytes / 1024 / 1024, 0)
  say(`whole run, profile witnessed, over HTTP, without a browser: ${record.verdict}`)
  say(`  ${shown(seconds)} s, ${exchanges} exchanges, ${shown(exchanges / seconds, 0)} a second`)
  say(
    `  memory ${megabytes(peak)} MiB at most, ${megabytes(peak - before)} MiB more than before; gateway and twin included`,
  )
}

/** How many requests the gateway answers in a second, from a client in this process. */
async function gatewaySpeed(): Promise<void> {
  const contract = readContract(defaultSeed)
  const gateway = startTestGateway({ contract })
  const server = await serve(gateway.fetch)
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const one = (path: string, body: string | null) =>
    new Promise<void>((resolve, reject) => {
      const headers =
        body === null ? {} : { 'content-type': 'application/json', 'content-length': body.length }
      const sent = ask(`${server.origin}${path}`, { agent, method: body === null ? 'GET' : 'POST', headers })
      sent.once('response', (response) => response.resume().once('end', resolve))
      sent.once('error', reject).end(body ?? undefined)
    })
  const rate = async (path: string, body: string | null) => {
    const speeds: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const count = 1500
      let left = count
      const worker = async () => {
        while (left-- > 0) await one(path, body)
      }
      const startedAt = performance.now()
      await Promise.all(Array.from({ length: 16 }, worker))
      speeds.push(count / ((performance.now() - startedAt) / 1000))
    }
    return shown(median(speeds.slice(1)), 0)
  }
  say('gateway over node:http, 16 connections, client in the same process')
  say(`  ${await rate(contract.routes.checkout, null)} reads a second (read contract)`)
  say(`  ${await rate(contract.routes.checkout, '{"previewOnly":true}')} previews a second`)
  agent.destroy()
  await server.close()
  await gateway.close()
}

say(`node ${process.version}, ${process.platform} ${process.arch}`)
await raceSpread()
searchSpeed()
await gatewaySpeed()
await wholeRun()

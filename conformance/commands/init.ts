import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Seed } from '../../contracts/contract.ts'
import { deriveContract } from '../../contracts/derive.ts'
import { parseSeed, SeedError } from '../../contracts/load.ts'
import { defaultSeed, readSeedFile } from '../../contracts/seed-file.ts'
import { createHttpTransport } from '../drive/http-transport.ts'
import { defaultLimits, type Transport } from '../drive/transport.ts'
import { isObject, member, parseJson } from '../judge/look.ts'
import { oneLine } from '../report/plain.ts'
import { Unreachable } from '../run-errors.ts'
import { writeFiles } from '../run-folder.ts'
import type { Json } from '../transcript.ts'
import { UsageError, type Edge } from './edge.ts'
import { defaultConfigFile, targetUrl } from './load.ts'

export interface InitFlags {
  readonly seed?: string
  /** Folder for the configuration; default: where one stands. */
  readonly out?: string
  readonly force?: boolean
}

/**
 * `init <url>`: writes a first configuration from what the target says of itself. Where its source data is no seed that
 * the suite knows, that is written beside it, to be read by a person before it counts as the contract.
 */
export async function initCommand(url: string | undefined, flags: InitFlags, edge: Edge): Promise<number> {
  const target = targetUrl(url)
  const folder = resolve(flags.out ?? '.')
  const file = join(folder, defaultConfigFile)
  if (existsSync(file) && flags.force !== true) {
    throw new UsageError(`${file} is there already: --force writes it anew`)
  }
  const known = readSeedFile(flags.seed ?? defaultSeed)
  const transport = createHttpTransport(target, defaultLimits)
  try {
    const source = await readJson(transport, deriveContract(known).routes.sourceData)
    const { seed, files, notes } = recognise(source, known, flags)
    const { routes } = deriveContract(seed)
    const ledgerText = member(await readJson(transport, routes.ledger), 'confirmation', 'text')
    const checkout = await readJson(transport, routes.checkout)
    const config = {
      target: target.href,
      ...(files['seed.json'] === undefined ? seedMember(flags, folder) : { seed: 'seed.json' }),
      out: 'conformance-report',
    }
    writeFiles(folder, { ...files, [defaultConfigFile]: `${JSON.stringify(config, null, 2)}\n` })
    edge.out(
      [
        `written   ${Object.keys({ [defaultConfigFile]: '', ...files }).join(', ')} in ${folder}`,
        ...notes.map(oneLine),
        `checkout  ${isObject(checkout) ? `read contract found, mode ${oneLine(JSON.stringify(member(checkout, 'mode') ?? null))}` : 'no read contract found'}`,
        `ledger    ${typeof ledgerText === 'string' ? 'publishes its confirmation text, which a run reads from there' : 'publishes no text: set texts.ledger where it is not the default'}`,
        'next      add what you have, each unlocks a profile:',
        '            "webhookSecret": {"env": "STRIPE_WEBHOOK_SECRET"}                      sandbox',
        '            "owner": {"headers": {"authorization": {"env": "OWNER_SESSION"}}}      owner',
        '            "witness": {"listen": "127.0.0.1:12111"}, and STRIPE_API_BASE there    witnessed',
        '            "headers", "referralLinks", "commissionRates" where the target differs from the defaults',
        '',
      ].join('\n'),
    )
    return 0
  } finally {
    await transport.close()
  }
}

interface Recognised {
  readonly seed: Seed
  readonly files: { readonly [name: string]: string }
  readonly notes: readonly string[]
}

function recognise(source: Json | undefined, known: Seed, flags: InitFlags): Recognised {
  if (member(source, 'id') === known.id) {
    return {
      seed: known,
      files: {},
      notes: [`seed      ${known.id}, as ${flags.seed ?? 'the suite'} has it`],
    }
  }
  if (source === undefined) {
    return {
      seed: known,
      files: {},
      notes: ['seed      the target shows no source data at the seeded route: give --seed'],
    }
  }
  try {
    const seed = parseSeed(source)
    return {
      seed,
      files: { 'seed.json': `${JSON.stringify(source, null, 2)}\n` },
      notes: [`seed      ${seed.id}, as the target shows it: read it before you take it for the contract`],
    }
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    const [first] = error.problems
    return {
      seed: known,
      files: {},
      notes: [
        `seed      the target's source data is no seed (${first?.pointer ?? ''}: ${first?.message ?? ''}): give --seed`,
      ],
    }
  }
}

function seedMember(flags: InitFlags, folder: string): { seed?: string } {
  return flags.seed === undefined ? {} : { seed: relative(folder, resolve(flags.seed)) }
}

async function readJson(transport: Transport, path: string): Promise<Json | undefined> {
  const { response, failure } = await transport.send({
    method: 'GET',
    path,
    headers: [['accept', 'application/json']],
    body: null,
  })
  if (failure?.kind === 'refused') throw new Unreachable(failure.message)
  return response?.status === 200 ? parseJson(response.body) : undefined
}

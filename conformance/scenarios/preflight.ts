import type { Contract } from '../../contracts/contract.ts'
import { deriveContract } from '../../contracts/derive.ts'
import type { Driver, Sent } from '../drive/driver.ts'
import type { Suite } from '../drive/suite.ts'
import { member } from '../judge/look.ts'
import { LiveTarget, Unreachable } from '../run-errors.ts'
import type { Header } from '../transcript.ts'

/** The scenario under which the first reads are noted. */
export const preflightId = 'preflight'

/**
 * The first reads: is anybody there, is it a sandbox, and which texts does it publish? Throws `Unreachable` when no
 * request got through, `LiveTarget` when the target says that it is live.
 */
export async function preflight(
  suite: Suite,
  published: { ledgerText?: string; ownerText?: string },
  ownerHeaders: readonly Header[] | null,
): Promise<{ contract: Contract; readOnly: boolean; silent: boolean }> {
  const driver = suite.driverFor(preflightId)
  const { contract } = driver
  const [source, checkout] = await Promise.all([
    driver.send({ operation: 'source-data.read', step: 'source-data', path: contract.routes.sourceData }),
    driver.send({ operation: 'checkout.read', step: 'checkout', path: contract.routes.checkout }),
  ])
  const first = [source, checkout]
  if (first.every(({ exchange }) => exchange.failure?.kind === 'refused')) {
    throw new Unreachable(`no connection: ${source.exchange.failure?.message ?? ''}`)
  }
  const silent = first.every(
    ({ exchange }) => exchange.response === null || exchange.response.truncated !== undefined,
  )
  const mode = member(checkout.json, 'mode')
  if (typeof mode === 'string' && /^(live|prod|production)$/i.test(mode)) {
    throw new LiveTarget(`the checkout read contract says mode "${mode}"`)
  }
  // A flag in the source data is a finding of SRC-04; nothing is written to a target that shows it.
  const readOnly = member(source.json, 'sandboxCheckout', 'liveModeEnabled') === true
  if (silent || readOnly) return { contract, readOnly, silent }
  const ledgerText = publishedText(driver, await readText(driver, 'ledger.read', contract.routes.ledger, []))
  if (ledgerText !== undefined) published.ledgerText = ledgerText
  if (ownerHeaders !== null) {
    const owner = await readText(driver, 'owner.read', contract.routes.ownerActions, ownerHeaders)
    const ownerText = publishedText(driver, owner)
    if (ownerText !== undefined) published.ownerText = ownerText
  }
  const { settings } = contract
  return {
    contract: deriveContract(contract.seed, {
      ...settings,
      ledgerConfirmationText: published.ledgerText ?? settings.ledgerConfirmationText,
      ownerConfirmationText: published.ownerText ?? settings.ownerConfirmationText,
    }),
    readOnly,
    silent,
  }
}

async function readText(
  driver: Driver,
  operation: 'ledger.read' | 'owner.read',
  path: string,
  headers: readonly Header[],
): Promise<Sent> {
  return driver.send({ operation, step: operation, path, headers })
}

/** The text that a read publishes; one with a secret in it is a leak and no text to be written down and sent. */
function publishedText({ seal }: Driver, { response, json }: Sent): string | undefined {
  const text = member(json, 'confirmation', 'text')
  if (response?.status !== 200 || typeof text !== 'string' || text === '') return undefined
  return seal(text) === text ? text : undefined
}

import type { Contract, Offer } from '../../contracts/contract.ts'

const yes = /^(?:accept|yes|ja|oui)(?![a-z])/i
const no = /^(?:decline|reject|no|nein|non)(?![a-z])/i

/** What stands on the buttons of an offer, by the kind of decision: words, where the seed has names for programs. */
export function decisionLabels({ decisions }: Contract, offer: Offer): ReadonlyMap<string, string> {
  const kinds = decisions
    .filter(({ presentedOfferId }) => presentedOfferId === offer.id)
    .map(({ decisionKind }) => decisionKind)
  const labels = kinds.map((kind) => labelOf(kind, offer))
  // Two of an offer's buttons must not say the same.
  const distinct = new Set(labels).size === labels.length
  return new Map(kinds.map((kind, index) => [kind, (distinct && labels[index]) || sentence(partsOf(kind))]))
}

function labelOf(kind: string, offer: Offer): string {
  if (yes.test(kind)) return 'Yes, I am interested'
  if (no.test(kind)) return 'No, thank you'
  // The offer stands above its buttons: its name need not be repeated there.
  const known = new Set([offer.kind, ...partsOf(offer.id)].map((part) => part.toLowerCase()))
  return sentence(partsOf(kind).filter((part) => !known.has(part.toLowerCase())))
}

const partsOf = (name: string) => name.split(/[\s._-]+/).filter((part) => part !== '')

function sentence(words: readonly string[]): string {
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

import { decoders, type Decoded } from './decoders.ts'

const maxDepth = 4
const maxLayers = 4000
/** Characters that decoding may give in all: a text that unfolds without end is looked into this far. */
const spare = 1024 * 1024

/** A text found inside another by undoing a coding. */
export interface Layer {
  /** The codings undone, outermost first, e.g. `percent+base64`; empty for the text itself. */
  readonly via: string
  readonly text: string
  /** The outermost token that holds this layer; null where the whole text was rewritten. */
  readonly within: string | null
  /** The place in the original text is itself coded, character by character. */
  readonly coded: boolean
}

/**
 * The text and everything that comes out of it by undoing the codings of `decoders.ts`, nested up to four deep, the
 * outer layers first. Bounded in number and in size, whatever the text.
 */
export function layersOf(text: string): Layer[] {
  const layers: Layer[] = [{ via: '', text, within: null, coded: false }]
  const depths = [0]
  const seen = new Set([text])
  let budget = spare + 3 * text.length
  for (let i = 0; i < layers.length; i += 1) {
    const layer = layers[i]
    const depth = depths[i] ?? maxDepth
    if (layer === undefined || depth >= maxDepth) continue
    for (const [name, decode] of decoders) {
      for (const found of decode(layer.text)) {
        budget -= found.decoded.length
        if (budget < 0 || layers.length >= maxLayers) return layers
        if (seen.has(found.decoded)) continue
        seen.add(found.decoded)
        layers.push(inner(layer, name, found))
        depths.push(depth + 1)
      }
    }
  }
  return layers
}

function inner(layer: Layer, name: string, { token, decoded }: Decoded): Layer {
  return {
    via: layer.via === '' ? name : `${layer.via}+${name}`,
    text: decoded,
    within: layer.within ?? token,
    coded: layer.coded || (layer.within === null && token === null),
  }
}

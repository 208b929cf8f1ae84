import { describe, expect, test } from 'vitest'
import { payStyle } from '../stripe-twin/pay/style.ts'
import { pageStyle } from './style.ts'

/** The colours of a style's two themes, by name, each as red, green and blue from 0 to 1. */
function themes(style: string): readonly ReadonlyMap<string, readonly number[]>[] {
  return [...style.matchAll(/:root\s*\{([^}]*)\}/g)].map(
    ([, block = '']) =>
      new Map(
        [...block.matchAll(/--([\w-]+):\s*#([0-9a-f]{3,6})/g)].map(([, name = '', hex = '']) => {
          const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
          return [name, (full.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16) / 255)]
        }),
      ),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((c) => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(
  theme: ReadonlyMap<string, readonly number[]>,
  [text, back]: readonly [string, string],
): number {
  const [high = 0, low = 0] = [text, back]
    .map((name) => luminance(theme.get(name) ?? []))
    .sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const everywhere = [
  ['text', 'back'],
  ['text', 'card'],
  ['soft', 'back'],
  ['soft', 'card'],
  ['on-main', 'main'],
  ['bad', 'card'],
] as const
const ofPages = [
  ...everywhere,
  ['main', 'card'],
  ['main', 'back'],
  ['good', 'card'],
  ['on-band', 'band'],
] as const

describe.each([
  ['the pages', pageStyle, ofPages],
  ['the pay page', payStyle, everywhere],
] as const)('%s', (_name, style, pairs) => {
  test.each(pairs)('%s can be read on %s, light and dark', (text, back) => {
    const ratios = themes(style).map((theme) => contrast(theme, [text, back]))
    expect(ratios).toHaveLength(2)
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(4.5)
  })
})

import type { Variant } from './variant.fixture.ts'

/** One target that has all of these ways at once; the first is nearest to the caller. */
export function together(variants: readonly Variant[]): Variant {
  const wraps = variants.flatMap(({ wrap }) => (wrap === undefined ? [] : [wrap]))
  const base = variants.find((one) => one.base !== undefined)?.base
  return {
    id: variants.map(({ id }) => id).join(' + '),
    title: variants.map(({ title }) => title).join('; '),
    gateway: Object.assign({}, ...variants.map(({ gateway }) => gateway ?? {})) as NonNullable<
      Variant['gateway']
    >,
    wrap: (fetch, setting) => wraps.reduceRight((inner, wrap) => wrap(inner, setting), fetch),
    ...(base === undefined ? {} : { base }),
    ...(variants.some(({ http }) => http) ? { http: true as const } : {}),
    ...(variants.some(({ unwitnessed }) => unwitnessed) ? { unwitnessed: true as const } : {}),
    ...(variants.some(({ otherSeed }) => otherSeed) ? { otherSeed: true as const } : {}),
    reseeded: (seed) => {
      for (const { reseeded } of variants) reseeded?.(seed)
    },
    ownerHeader: (token) =>
      variants.find(({ ownerHeader }) => ownerHeader)?.ownerHeader?.(token) ?? `Bearer ${token}`,
    mayWarn: variants.flatMap(({ mayWarn }) => mayWarn ?? []),
    mayBeUnclear: variants.flatMap(({ mayBeUnclear }) => mayBeUnclear ?? []),
  }
}

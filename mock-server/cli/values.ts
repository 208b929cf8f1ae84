import { InvalidArgumentError } from 'commander'

const longest = 3600

/** A time in seconds, such as `2` or `0.5`, in milliseconds. */
export function seconds(text: string): number {
  const number = /^\d+(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  if (number <= longest) return number * 1000
  throw new InvalidArgumentError(`It has to be seconds, from 0 to ${longest}.`)
}

/** Times in seconds with commas between, in milliseconds; `none` for no times. */
export function secondsList(text: string): readonly number[] {
  if (text === 'none') return []
  try {
    return text.split(',').map(seconds)
  } catch {
    throw new InvalidArgumentError(`It has to be seconds (0 to ${longest}) with commas between, or none.`)
  }
}

export function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (number <= 65_535) return number
  throw new InvalidArgumentError('It has to be a whole number from 0 to 65535.')
}

export function webUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new InvalidArgumentError('It has to be an http or https URL.')
}

export function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).origin
}

/** Adds a value of a flag that may be repeated. */
export function collect(id: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, id]
}

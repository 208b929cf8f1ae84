/** The members of a JSON object that a client sent: any of them may have any type. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of its own; never one that an object inherits. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A member that is a string with something in it. */
export function textField(fields: Fields, name: string): string | undefined {
  const value = field(fields, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

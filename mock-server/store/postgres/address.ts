/** What is wrong with the address of a database; undefined when it can be one. Never repeats it. */
export function addressFault(address: string): string | undefined {
  const how = 'give it as postgres://user:password@host:port/database'
  if (!/^postgres(?:ql)?:\/\//i.test(address)) return `is no PostgreSQL address: ${how}`
  if (!URL.canParse(address)) return `is no URL: ${how}, with reserved characters percent-encoded`
  const { pathname } = new URL(address)
  return pathname.length > 1 ? undefined : `names no database: ${how}`
}

/** An address that may be shown: who, where and which database, and nothing of what opens it. */
export function maskedAddress(address: string): string {
  if (!URL.canParse(address)) return 'postgres://***'
  const { username, password, host, pathname } = new URL(address)
  const user = username === '' ? '' : `${username}${password === '' ? '' : ':***'}@`
  return `postgres://${user}${host}${pathname}`
}

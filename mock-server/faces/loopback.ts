/** Whether a host name or address stays on this machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  return name === 'localhost' || name === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(name)
}

const received = new WeakSet<Request>()

/** Remembers that a request came to a server that listens on loopback alone. */
export function rememberLoopbackServer(request: Request): void {
  received.add(request)
}

/** Whether it did; false where there was no server (in-process, service worker). */
export function cameToLoopbackServer(request: Request): boolean {
  return received.has(request)
}

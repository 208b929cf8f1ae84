const addresses = new WeakMap<Request, string>()

/** Remembers from which address a request came, without a header that a client could forge. */
export function rememberClientAddress(request: Request, address: string): void {
  addresses.set(request, address)
}

/** The address that a face saw; undefined where there was none (in-process, service worker). */
export function clientAddressOf(request: Request): string | undefined {
  return addresses.get(request)
}

import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>

/** The host names to put into URLs for a server that listens on an address. */
interface Reach {
  /** From this machine. */
  readonly here: string
  /** From others, where that is another name. It works on this machine too. */
  readonly elsewhere: string | undefined
}

/** An address for all interfaces cannot be opened: this machine is loopback then, and others take its first network address. */
export function reachOf(host: string, interfaces: Interfaces = networkInterfaces()): Reach {
  const name = host.replace(/^\[(.*)\]$/, '$1')
  if (name !== '0.0.0.0' && name !== '::') {
    return { here: name.includes(':') ? `[${name}]` : name, elsewhere: undefined }
  }
  const networked = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return { here: name === '::' ? '[::1]' : '127.0.0.1', elsewhere: networked?.address }
}

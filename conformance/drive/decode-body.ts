import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** A body after content decoding, never larger than `maxBytes`. An unknown or broken coding leaves the bytes as they are. */
export function decodeBody(
  bytes: Buffer,
  contentEncoding: string,
  maxBytes: number,
): { body: Buffer; truncated: boolean } {
  const codings = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
  let body = bytes
  for (const coding of codings.slice(0, 4)) {
    const decode = decoders[coding]
    if (decode === undefined) break
    try {
      body = decode(body, maxBytes)
    } catch (error) {
      const truncated =
        error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      return { body: truncated ? Buffer.alloc(0) : body, truncated }
    }
  }
  return { body: body.subarray(0, maxBytes), truncated: body.length > maxBytes }
}

const decoders: { readonly [coding: string]: (bytes: Buffer, maxOutputLength: number) => Buffer } = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => {
    try {
      return inflateSync(bytes, { maxOutputLength })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error
      return inflateRawSync(bytes, { maxOutputLength })
    }
  },
}

/** As much of a body as there is, and whether it broke off before its end: some answers are meant to. */
export async function availableBody(
  response: Response,
): Promise<{ readonly body: Buffer; readonly broke: boolean }> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of response.body ?? []) if (chunk instanceof Uint8Array) chunks.push(chunk)
  } catch {
    return { body: Buffer.concat(chunks), broke: true }
  }
  return { body: Buffer.concat(chunks), broke: false }
}

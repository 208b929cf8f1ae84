/** The console's page, style and script. Undefined for any other path. */
export function consoleAsset(_request: Request, _path: string): Response | undefined {
  return undefined
}

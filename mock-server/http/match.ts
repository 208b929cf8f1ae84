import type { Route } from '../routes/route.ts'

export interface Match {
  readonly route: Route
  /** The last segment as it stands in the URL; empty where the route takes no id. */
  readonly segment: string
}

/** Finds routes by path. Paths compare segment by segment, decoded, so that an encoded `/` never splits one. */
export function createMatcher(routes: readonly Route[]): (pathname: string) => Match | undefined {
  const exact = new Map<string, Route>()
  const withId = new Map<string, Route>()
  for (const route of routes) (route.takesId ? withId : exact).set(nameOf(segmentsOf(route.path)), route)
  return (pathname) => {
    const segments = segmentsOf(pathname)
    const route = exact.get(nameOf(segments))
    if (route !== undefined) return { route, segment: '' }
    const segment = segments.at(-1)
    const parent = withId.get(nameOf(segments.slice(0, -1)))
    return parent === undefined || segment === undefined || segment === ''
      ? undefined
      : { route: parent, segment }
  }
}

function segmentsOf(pathname: string): readonly string[] {
  return pathname.split('/').slice(1)
}

function nameOf(segments: readonly string[]): string {
  return JSON.stringify(segments.map(decoded))
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

import { defineDefect } from '../define.ts'

export const pathNormalisation = defineDefect({
  id: 'path-normalisation',
  breaks: 'OWN-02',
  summary: 'Another spelling of the path gets round the gate.',
  behaviour: (_good, { routes }) => ({
    gates: (_method, pathname) => pathname === routes.ownerActions,
  }),
})

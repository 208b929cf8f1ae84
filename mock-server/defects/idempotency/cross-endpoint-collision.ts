import { defineDefect } from '../define.ts'

export const crossEndpointCollision = defineDefect({
  id: 'cross-endpoint-collision',
  breaks: 'IDM-08',
  summary: 'One key may be used by one operation only.',
  behaviour: () => ({ keyScope: () => 'every-operation' }),
})

import { defineDefect } from '../define.ts'

export const otherMethods = defineDefect({
  id: 'other-methods',
  breaks: 'WHK-08',
  summary: 'The webhook takes other methods, too.',
  behaviour: (good) => ({
    methodsOf: (route, methods) =>
      route === 'webhook' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : good.methodsOf(route, methods),
  }),
})

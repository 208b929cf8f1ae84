import { defineDefect } from '../define.ts'

export const stringVersionAccepted = defineDefect({
  id: 'string-version-accepted',
  breaks: 'STL-01',
  summary: 'The expected time may be a text.',
  behaviour: (good) => ({
    versionOf: (given) => good.versionOf(typeof given === 'string' ? Number(given) : given),
  }),
})

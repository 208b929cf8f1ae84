import { defineDefect } from '../define.ts'

export const versionRounded = defineDefect({
  id: 'version-rounded',
  breaks: 'STL-01',
  summary: 'A fraction is rounded down to the expected time.',
  behaviour: (good) => ({
    versionOf: (given) => good.versionOf(typeof given === 'number' ? Math.floor(given) : given),
  }),
})

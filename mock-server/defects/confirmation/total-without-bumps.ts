import { defineDefect } from '../define.ts'

export const totalWithoutBumps = defineDefect({
  id: 'total-without-bumps',
  breaks: 'CNF-07',
  summary: 'Bumps are taken and not charged.',
  behaviour: (good) => ({ amountOf: (lines, fields) => good.amountOf(lines.slice(0, 1), fields) }),
})

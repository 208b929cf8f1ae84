import { defineDefect } from '../define.ts'
import { recordingLosers } from '../racing.ts'

export const raceAcrossLinks = defineDefect({
  id: 'race-across-links',
  breaks: 'IDM-04',
  summary: 'One key that races for two links is a click on both.',
  respond: recordingLosers('clicks'),
})

import { defineDefect } from '../define.ts'
import { recordingLosers } from '../racing.ts'

export const raceAcrossIntents = defineDefect({
  id: 'race-across-intents',
  breaks: 'IDM-04',
  summary: 'One key that races for two intents is recorded for both.',
  respond: recordingLosers('decisions'),
})

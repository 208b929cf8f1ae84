import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const idInCounts = defineDefect({
  id: 'id-in-counts',
  breaks: 'SRC-06',
  summary: 'A count names the last decision.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editText(response, (text) =>
          text.replace(
            /"total_decisions":/g,
            '"last_decision_id":"post-purchase-decision-1","total_decisions":',
          ),
        ),
})

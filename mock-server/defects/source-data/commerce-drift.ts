import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const commerceDrift = defineDefect({
  id: 'commerce-drift',
  breaks: 'SRC-08',
  summary: 'The commerce source data publish another currency.',
  respond: ({ route, contract }, response) =>
    route !== 'commerce-source-data'
      ? response
      : editText(response, (text) =>
          text.replace(`"currency":"${contract.primaryOffer.currency}"`, '"currency":"xts"'),
        ),
})

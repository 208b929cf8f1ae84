import { defineDefect } from '../define.ts'
import { editHtml } from '../edit.ts'
import { secretsOf } from '../secrets.ts'
import { scriptLiteral } from '../../pages/escape.ts'

export const hydrationIslandLeak = defineDefect({
  id: 'hydration-island-leak',
  breaks: 'RED-01',
  summary: 'The post-purchase page carries the buyer in a data island.',
  respond: ({ route, intent }, response) => {
    const { email } = secretsOf(intent)
    return route !== 'post-purchase-page' || email === undefined
      ? response
      : editHtml(response, `<script type="application/json">${scriptLiteral({ email })}</script>`)
  },
})

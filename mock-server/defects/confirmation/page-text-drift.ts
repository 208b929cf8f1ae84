import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const pageTextDrift = defineDefect({
  id: 'page-text-drift',
  breaks: 'CNF-05',
  summary: 'The preview page asks for another wording of the confirmation text.',
  respond: ({ route }, response) =>
    route !== 'preview-page'
      ? response
      : editText(response, (html) =>
          html.replace(
            /(data-role="confirmation-text">\S+ )\S+/,
            (_all, before: string) => `${before}something`,
          ),
        ),
})

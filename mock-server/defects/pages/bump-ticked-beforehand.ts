import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const bumpTickedBeforehand = defineDefect({
  id: 'bump-ticked-beforehand',
  breaks: 'PAG-02',
  summary: 'The preview page ticks the first bump itself.',
  browser: true,
  respond: ({ route }, response) =>
    route === 'preview-page'
      ? editText(response, (html) => html.replace('type="checkbox"', 'type="checkbox" checked'))
      : response,
})

import { defineDefect } from '../define.ts'
import { textField } from '../../http/fields.ts'

export const referenceOverMetadata = defineDefect({
  id: 'reference-over-metadata',
  breaks: 'ELG-07',
  summary: 'The client reference wins over the metadata.',
  behaviour: (good) => ({
    intentIdOf: (event) => textField(event.object, 'client_reference_id') ?? good.intentIdOf(event),
  }),
})

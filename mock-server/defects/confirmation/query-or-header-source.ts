import { defineDefect } from '../define.ts'

export const queryOrHeaderSource = defineDefect({
  id: 'query-or-header-source',
  breaks: 'CNF-02',
  summary: 'The confirmation text is read from the query or a header when the body lacks it.',
  behaviour: (good) => ({
    confirmationOf: (fields, request) =>
      good.confirmationOf(fields, request) ??
      new URL(request.url).searchParams.get('confirmationText') ??
      request.headers.get('x-confirmation-text') ??
      undefined,
  }),
})

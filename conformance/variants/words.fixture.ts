import {
  isList,
  answerWith,
  editingJson,
  isJson,
  isObject,
  withHeaders,
  type Variant,
} from './variant.fixture.ts'

/** Words that WIRE leaves free. */
export const words: readonly Variant[] = [
  {
    id: 'problem-json',
    title: 'errors are application/problem+json, without a message',
    wrap: (fetch) => async (request) => {
      const response = await fetch(request)
      if (response.status < 400 || !isJson(response)) return response
      const text = await response.text()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      if (!isObject(body)) return answerWith(response, text === '' ? null : text)
      const { message: _message, ...rest } = body
      const problem = { type: 'about:blank', title: 'Refused', detail: 'See the code.', ...rest }
      return withHeaders(answerWith(response, JSON.stringify(problem)), {
        'content-type': 'application/problem+json',
      })
    },
  },
  {
    id: 'other-preview-reason',
    title: 'a preview gives a reason of its own',
    wrap: editingJson((body) => {
      if (body['status'] === 'preview') body['reason'] = 'test_environment'
    }),
  },
  {
    id: 'duplicate-left-out',
    title: 'a first start does not say duplicate: false',
    wrap: editingJson((body) => {
      if (
        typeof body['checkoutIntentId'] === 'string' &&
        body['duplicate'] === false &&
        isObject(body['redirect'])
      )
        delete body['duplicate']
    }),
  },
  {
    id: 'free-texts',
    title: 'offer status, billing interval, actor and messages are worded otherwise',
    otherSeed: true,
    wrap: editingJson((body) => {
      const { offer, lineItems, decision } = body
      for (const one of [offer, ...(isList(lineItems) ? lineItems : [])]) {
        if (isObject(one)) one['status'] = 'on-sale'
      }
      if (isObject(decision)) decision['actorKind'] = 'shopper'
      if (body['ok'] === false) body['message'] = 'Das geht so nicht – bitte prüfen.'
    }),
  },
]

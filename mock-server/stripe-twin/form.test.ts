import { describe, expect, it } from 'vitest'
import { parseBody, parseForm } from './form.ts'

describe('parseForm', () => {
  it('reads nested objects and lists', () => {
    const text =
      'mode=payment&metadata[a]=1&metadata[b%20c]=x%26y&line_items[0][quantity]=2' +
      '&line_items[0][price_data][currency]=usd&line_items[1][price]=p&expand[]=x&expand[]=y'
    expect(parseForm(text)).toEqual({
      mode: 'payment',
      metadata: { a: '1', 'b c': 'x&y' },
      line_items: [{ quantity: '2', price_data: { currency: 'usd' } }, { price: 'p' }],
      expand: ['x', 'y'],
    })
  })

  it('keeps a name with crooked brackets as it is', () => {
    expect(parseForm('a[b=1&[c]=2&d]=3')).toEqual({ 'a[b': '1', '[c]': '2', 'd]': '3' })
  })

  it('treats __proto__ as a name like any other', () => {
    const parsed = parseForm('__proto__[polluted]=yes&a=1')
    expect(Object.keys(parsed)).toEqual(['__proto__', 'a'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('does not follow endless nesting', () => {
    const name = `a${'[b]'.repeat(500)}`
    expect(parseForm(`${name}=1`)).toEqual({ [name]: '1' })
  })
})

describe('parseBody', () => {
  it('reads JSON as v2 sends it, and nothing from an upload or from bad JSON', () => {
    expect(parseBody('application/json', '{"amount":{"value":5}}')).toEqual({ amount: { value: 5 } })
    expect(parseBody('application/json', '[1]')).toEqual({})
    expect(parseBody('application/json', '{')).toEqual({})
    expect(parseBody('multipart/form-data; boundary=x', 'a=1')).toEqual({})
  })
})

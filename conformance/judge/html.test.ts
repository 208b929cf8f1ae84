import { describe, expect, test } from 'vitest'
import { isUsable, tagsIn } from './html.ts'

const names = (html: string) => tagsIn(html).map(({ name }) => name)

describe('the tags of a page', () => {
  test('escaped markup, comments and the content of a script are no tags', () => {
    expect(names('<p>&lt;x&gt;</p><!-- <x> --><script>"<x>"</script><title><x></title><b>')).toEqual([
      'p',
      'script',
      'title',
      'b',
    ])
  })
  test('a script ends at the first end tag, even within a string of it', () => {
    expect(names('<script>const a = "</script><x>"</script>')).toEqual(['script', 'x'])
  })
  test('markup in a quoted attribute is a value; a quote ends it', () => {
    expect(names('<a title="<x>">')).toEqual(['a'])
    const [tag] = tagsIn('<a href="" onclick="go()" x>')
    expect([...(tag?.attributes.keys() ?? [])]).toEqual(['href', 'onclick', 'x'])
  })
  test('values are decoded', () => {
    expect(tagsIn('<a href="&#106;avascript:1">')[0]?.attributes.get('href')).toBe('javascript:1')
  })
  test('what never ends is read to the end', () => {
    expect(names('<a href="<b')).toEqual(['a'])
    expect(names('<!-- <b>')).toEqual([])
    expect(names('<')).toEqual([])
  })
  test('a disabled or hidden control is not usable', () => {
    expect(tagsIn('<a><a disabled><a hidden><a style="display: none">').map(isUsable)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

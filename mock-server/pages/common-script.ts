import { refusalWords } from './refusal-words.ts'

/**
 * What the scripts of the pages share. Keys are made without `randomUUID`, which a phone on plain HTTP has not; a live
 * region is written only when its words change, so that it is not read out again at each key.
 */
export const commonScript = `'use strict'
const given = document.querySelector('main').dataset
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
const say = (place, text, tone = '') => {
  if (place.textContent !== text) place.textContent = text
  place.dataset.tone = tone
}
const send = async (url, body) => {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return { ok: response.ok, answer: await response.json() }
  } catch {
    return { ok: false, answer: { code: 'no_answer' } }
  }
}
const refusals = ${JSON.stringify(refusalWords)}
const wordsOf = (code) => refusals[code] || 'The shop could not do that now. Try again in a moment.'`

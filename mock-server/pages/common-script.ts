/** What the scripts of the pages share. Keys are made without `randomUUID`, which a phone on plain HTTP has not. */
export const commonScript = `'use strict'
const given = document.querySelector('main').dataset
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
const words = (code) => String(code).replaceAll('_', ' ')
const say = (place, text, tone = '') => { place.textContent = text; place.dataset.tone = tone }
const send = async (url, body) => {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return { ok: response.ok, answer: await response.json() }
  } catch {
    return { ok: false, answer: { message: 'There was no answer. Nothing is lost: try again.' } }
  }
}
const wordsOf = (answer) => answer.message || words(answer.code || 'refused')`

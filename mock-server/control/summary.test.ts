import { describe, expect, test } from 'vitest'
import { scrubbed, summaryOfAnswer, summaryOfRequest } from './summary.ts'

describe('scrubbed', () => {
  test.each([
    ...['cs_test_a1B2c3D4e5F6g7', 'pi_3NxYzA2eZvKYlo2C', 'cus_NffrFeUfNV2Hib', 'whsec_abcdef'],
    ...['re_1NispeLkdIwHu7ixabcdef12', 'txn_1MiN3gLkdIwHu7ixxapQrznl', 'po_1OaFDbEcg9tTZuTgNYmX0PKB'],
    ...['tr_1MiN3gLkdIwHu7ixNCZvFdgA', 'card_1MvoiELkdIwHu7ixOeFGbN9D', 'unheard_9Zk2LmQ8rT5vWx'],
    'sub_sched_1Mr3YcLkdIwHu7ixYCFhXHNb',
  ])('shows nothing of %s, wherever it stands', (id) => {
    for (const text of [id, `It says "${id}".`, `/v1/things/${id}/act`, `${id}_secret_abcDEF123`]) {
      const shown = scrubbed(text)
      expect(shown).toContain('[masked]')
      expect(shown).not.toContain(id.slice(-8))
      expect(shown).not.toContain('abcDEF123')
    }
  })

  test('shows nothing of an id behind another word either', () => {
    expect(scrubbed('last_re_1NispeLkdIwHu7ixabcdef12')).toBe('last_[masked]')
  })

  test.each([
    ...['checkout-intent-9a18f3d2c4b5e6f708192a3b', 'price-launch-checklist-bump-usd', 'ref-link-launch'],
    ...['stripe_session_created', 'post_purchase_checkout_not_eligible', 'checkout.session.completed'],
    'Key order_20261123104500 is taken',
  ])('leaves %s as it is', (text) => {
    expect(scrubbed(text)).toBe(text)
  })
})

describe('a summary', () => {
  test('takes the free text of an answer, and of no request, at any depth', () => {
    const body = { reason: 'x', decision: { reason: 'private words', decisionKind: 'accept' } }
    expect(summaryOfRequest(body)).toEqual({ reason: '[masked]', decisionKind: 'accept' })
    expect(summaryOfAnswer(body)).toEqual({
      reason: 'x',
      'decision.reason': 'private words',
      decisionKind: 'accept',
    })
  })

  test('names what it keeps back below a holder, too', () => {
    const body = { metadata: { note: 'private words' }, buyerEmail: 'a@b.example' }
    expect(summaryOfRequest(body)).toEqual({ note: '[masked]', buyerEmail: '[masked]' })
  })
})

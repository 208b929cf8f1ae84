import { rowsOf, seed, standard, wire } from './requirement.ts'

const row = rowsOf('owner-gate')
const validation = seed('/stacks/0/validation/5')

/** The one door that only the owner passes. */
export const ownerGate = [
  row('OWN-01', 'MUST', 'public', {
    statement:
      'Without a valid owner session (none, a forged or foreign one, any bearer, an empty one, a header that claims to be the owner) the answer is 401 before the body is looked at.',
    sources: [
      validation,
      wire('9', '401 owner_session_required whatever the body'),
      standard('OWASP API Security Top 10 (2023)', 'API5, broken function level authorization'),
    ],
    why: 'Behind the gate stands the power to approve commissions. An answer that depends on the body also tells strangers which entries exist.',
    remedy:
      'Check the session in front of the route, for every method, and trust nothing that the client says about itself.',
  }),
  row('OWN-02', 'MUST', 'public', {
    statement: 'Method overrides, doubled slashes, other case and encoded paths do not get round the gate.',
    sources: [
      validation,
      wire('9', 'Owner only, GET and POST'),
      standard('CWE-288', 'authentication bypass using an alternate path or channel'),
    ],
    why: 'A proxy and an application that read a path differently leave a gap between them.',
    remedy: 'Put the check on the handler and not on a path pattern in front of it.',
  }),
  row('OWN-03', 'MUST', 'owner', {
    statement:
      'The three actions move an entry as declared, a reversed entry takes no other action, and payoutStatus never changes.',
    sources: [
      validation,
      wire('9', 'reviewed: review_only/owner_reviewed, hold: owner_hold, reverse: reversed/owner_reversed'),
    ],
    why: 'A review that changes the payout state pays out; a reversal that can be undone does not protect.',
    remedy: 'Write the transitions as a table and refuse everything on a reversed entry.',
  }),
]

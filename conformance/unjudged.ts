/** A requirement that no check judges, and why it cannot be judged from outside. */
export interface Unjudged {
  readonly requirement: string
  readonly reason: string
}

/** THE list of written reasons. A test holds it to the catalogue: a requirement has a check or a reason, never both. */
export const unjudged: readonly Unjudged[] = [
  {
    requirement: 'ELG-13',
    reason:
      'The window closes by the passing of real time (the seed says minutes), and WIRE gives no way to move the target’s clock.',
  },
]

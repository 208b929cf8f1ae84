import type { Members } from '../../drive/verbs.ts'

/** Requests that bring no idempotency key, neither in the body nor in the header. */
export const absentKeys: readonly { readonly variant: string; readonly members: Members }[] = [
  { variant: 'absent', members: { idempotencyKey: undefined } },
  { variant: 'null', members: { idempotencyKey: null } },
  { variant: 'empty', members: { idempotencyKey: '' } },
]

import fc from 'fast-check'

/** Which of several that the story has, counted round. */
type Which = number

/** One step of a story. What it speaks of may not be there yet: then it is left out. */
export type Command =
  | { readonly do: 'start'; readonly bumps: boolean; readonly click: boolean }
  | { readonly do: 'start-again'; readonly intent: Which; readonly other: 'nothing' | 'bumps' | 'click' }
  | {
      readonly do: 'event'
      readonly intent: Which
      readonly event: EventName
      /** Made a minute before it is sent. */
      readonly late: boolean
    }
  | { readonly do: 'event-again'; readonly event: Which }
  | { readonly do: 'decide'; readonly intent: Which; readonly kind: Which; readonly time: Time }
  | { readonly do: 'decide-again'; readonly decision: Which; readonly other: 'nothing' | 'kind' | 'intent' }
  | { readonly do: 'decide-retried'; readonly refused: Which }
  | { readonly do: 'click' }
  | { readonly do: 'click-again'; readonly click: Which }
  | { readonly do: 'ledger'; readonly intent: Which }
  | { readonly do: 'ledger-again'; readonly entry: Which }
  | { readonly do: 'owner'; readonly entry: Which; readonly action: Which; readonly time: Time }
  | { readonly do: 'owner-again'; readonly action: Which }
  | { readonly do: 'read'; readonly intent: Which }
  | { readonly do: 'nothing' }

export type EventName = 'paid' | 'unpaid' | 'async-succeeded' | 'async-failed' | 'expired'
export type Time = 'now' | 'before' | 'after'
export type Start = Extract<Command, { do: 'start' }>

/** A start, and what follows. */
export type Story = readonly [Start, Command[]]

/** A story has at most so many commands. */
const longestStory = 12

const which = fc.nat({ max: 3 })
const is = <T extends string>(name: T) => fc.constant(name)
const start = fc.record({ do: is('start'), bumps: fc.boolean(), click: fc.boolean() })
const event = fc.record({
  do: is('event'),
  intent: which,
  event: fc.constantFrom<EventName[]>(
    ...(['paid', 'paid', 'unpaid', 'unpaid', 'async-succeeded', 'async-failed', 'expired'] as const),
  ),
  late: fc.constantFrom(false, false, false, true),
})
const time = fc.constantFrom<Time[]>('now', 'now', 'before', 'after')

const command: fc.Arbitrary<Command> = fc.oneof(
  // First, so that a failing story gets shorter by letting its commands do nothing.
  { withCrossShrink: true },
  { weight: 0, arbitrary: fc.record({ do: is('nothing') }) },
  { weight: 2, arbitrary: start },
  {
    weight: 2,
    arbitrary: fc.record({
      do: is('start-again'),
      intent: which,
      other: fc.constantFrom('nothing' as const, 'bumps' as const, 'click' as const),
    }),
  },
  { weight: 8, arbitrary: event },
  { weight: 3, arbitrary: fc.record({ do: is('event-again'), event: which }) },
  { weight: 8, arbitrary: fc.record({ do: is('decide'), intent: which, kind: which, time }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: is('decide-again'),
      decision: which,
      other: fc.constantFrom('nothing' as const, 'nothing' as const, 'kind' as const, 'intent' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: is('decide-retried'), refused: which }) },
  { weight: 1, arbitrary: fc.record({ do: is('click') }) },
  { weight: 1, arbitrary: fc.record({ do: is('click-again'), click: which }) },
  { weight: 3, arbitrary: fc.record({ do: is('ledger'), intent: which }) },
  { weight: 1, arbitrary: fc.record({ do: is('ledger-again'), entry: which }) },
  { weight: 3, arbitrary: fc.record({ do: is('owner'), entry: which, action: which, time }) },
  { weight: 1, arbitrary: fc.record({ do: is('owner-again'), action: which }) },
  { weight: 2, arbitrary: fc.record({ do: is('read'), intent: which }) },
)

/** Long enough to come by much, but for a few; any of them may be made short. */
const commands = fc.oneof(
  { weight: 1, arbitrary: fc.array(command, { maxLength: longestStory - 1 }) },
  { weight: 9, arbitrary: fc.array(command, { minLength: 6, maxLength: longestStory - 1 }) },
)

export const story: fc.Arbitrary<[Start, Command[]]> = fc.tuple(start, commands)

const first = { intent: 0 }
const paid: Command = { do: 'event', ...first, event: 'paid', late: false }
const decide: Command = { do: 'decide', ...first, kind: 0, time: 'now' }

/**
 * Told first in every exploration: together they come by everything that the model knows of. The counterexamples of the
 * checks name them by their number and the position of a command.
 */
export const examples: [Start, Command[]][] = [
  [
    { do: 'start', bumps: false, click: false },
    [
      decide,
      { do: 'start', bumps: false, click: false },
      paid,
      { do: 'read', intent: 1 },
      { do: 'event-again', event: 0 },
      { do: 'decide', ...first, kind: 0, time: 'before' },
      decide,
      { do: 'decide-again', decision: 0, other: 'nothing' },
      { do: 'decide-again', decision: 0, other: 'intent' },
      { do: 'ledger', intent: 0 },
      { do: 'decide-retried', refused: 0 },
    ],
  ],
  [
    { do: 'start', bumps: true, click: true },
    [
      { do: 'start-again', ...first, other: 'nothing' },
      { do: 'start-again', ...first, other: 'bumps' },
      { do: 'start-again', ...first, other: 'click' },
      paid,
      { do: 'ledger', intent: 0 },
      { do: 'ledger', intent: 0 },
      { do: 'ledger-again', entry: 0 },
      { do: 'owner', entry: 0, action: 0, time: 'before' },
      { do: 'owner', entry: 0, action: 2, time: 'now' },
      { do: 'owner', entry: 0, action: 0, time: 'now' },
      { do: 'owner-again', action: 0 },
    ],
  ],
  [
    { do: 'start', bumps: false, click: false },
    [
      { do: 'event', ...first, event: 'unpaid', late: false },
      decide,
      { do: 'event', ...first, event: 'async-succeeded', late: false },
      { do: 'decide-again', decision: 0, other: 'nothing' },
      { do: 'start', bumps: false, click: false },
      { do: 'event', intent: 1, event: 'unpaid', late: false },
      { do: 'event', intent: 1, event: 'async-failed', late: false },
      { do: 'decide', intent: 1, kind: 0, time: 'now' },
      { do: 'start', bumps: false, click: false },
      { do: 'event', intent: 2, event: 'expired', late: false },
      { do: 'read', intent: 0 },
    ],
  ],
]

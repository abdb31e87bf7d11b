import fc from 'fast-check'

/** Who takes a step: mostly the one who keeps the record. */
export const PEOPLE_OF_STEPS = [
  'coordinator',
  'coordinator',
  'coordinator',
  'approver',
  'sergeant',
  'officer',
] as const

/** One step of a workflow. Its numbers choose among what there is when it is taken. */
export interface Step {
  what: (typeof STEPS)[number]
  who: number
  at: number
  form: number
  choice: number
}

/**
 * `form` fills in any form of any page of the desk, as its page offers it; the others lead to where
 * words are told or taken back, which seldom happens by chance.
 */
export const STEPS = [
  'form',
  'form',
  'form',
  'form',
  'form',
  'tell',
  'tell',
  'tell',
  'tell',
  'correct',
  'correct for privacy',
  'withdraw',
  'hold the concern',
  'hold the action',
  'take out of the quote',
  'write to us',
  'report',
  'end someone',
  'wait',
] as const

const number = fc.nat({ max: 10_000 })

/** A workflow: some steps, in an order that nobody planned. */
export const workflows: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...STEPS),
    who: number,
    at: number,
    form: number,
    choice: number,
  }),
  { minLength: 8, maxLength: 18, size: 'max' },
)

import { withoutStop } from '../../../domain/same-words.ts'
import { sayWhen } from '../../../domain/day.ts'
import {
  planHistory,
  sayPlanChange,
  type PlanChange,
} from '../../../domain/round-tables/planning/plan.ts'
import { sayWeekday, weekdayOf } from '../../../domain/round-tables/planning/series.ts'
import { titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { drawn, words, type Part } from '../../../mail/form.ts'
import type { Letter } from '../../../mail/letter.ts'
import type { Store } from '../../../store/store.ts'
import { namesOf } from '../../names.ts'
import { sayFrom, type Envelope } from '../whose.ts'

/** What a letter about a round table says: that one is asked, or what became of the plan (R30). */
export type Stage = 'asked' | 'moved' | 'changed' | 'reinstated' | 'cancelled' | 'not expected'

/** What is told of a table, to someone who is expected at it as these seats. */
interface Told {
  table: RoundTable
  stage: Stage
  seats: string[]
  since: PlanChange[]
  /** Where they answer; nothing once there is nothing to answer. */
  answer: string | null
  hasAgenda: boolean
}

/** What a letter about a round table says, to one who is expected at it. */
export const tableLetter = (store: Store, envelope: Envelope, to: string, told: Told): Letter => {
  const { table, stage, answer, hasAgenda } = told
  return drawn({
    ...envelope,
    to,
    subject: SUBJECTS[stage](sayTimeIn(table)),
    parts: [
      ...words(...factsOf(store, envelope, told)),
      ...(answer === null ? [] : askedFor(answer)),
      ...(answer !== null && hasAgenda
        ? linkToAgenda(`${envelope.publicUrl}/desk/round-tables/${table.slug}/agenda`)
        : []),
    ],
    foot: [...envelope.reach, ...words(OFTEN)],
  })
}

const askedFor = (to: string): Part[] => [
  { is: 'press', words: 'Say whether you come', to, note: 'You need not sign in.' },
]

const linkToAgenda = (to: string): Part[] => [
  { is: 'link', words: 'Read the agenda. You will be asked to sign in', to },
]

/** Whose it is, for which seat, when, where, and what is different and why (R21). */
const factsOf = (
  store: Store,
  { partnership }: Envelope,
  { table, stage, seats, since, answer }: Told,
): string[] => {
  const names = namesOf(store)
  const about = stage === 'asked' ? 'You are asked to' : 'It is about'
  return [
    `${sayFrom(partnership, seats)} ${about} the ${titleOf(table)}.`,
    ...(answer === null
      ? []
      : [`When: ${sayTimeIn(table)}.`, `Where: ${table.place ?? 'not agreed yet'}.`]),
    ...(stage === 'cancelled' ? ['It does not meet.'] : []),
    ...(stage === 'not expected' ? ['You are not expected there any more.'] : []),
    ...(stage === 'moved' ? ['An answer to another day does not count: please answer again.'] : []),
    ...planHistory(table)
      .filter(({ change }) => stage !== 'not expected' && since.includes(change))
      .map(({ change, after }) =>
        sayOne(change, sayPlanChange(change.before, after, names.organisation)),
      ),
  ]
}

const sayOne = ({ verb, reason }: PlanChange, what: string[]): string => {
  const said =
    verb === 'cancelled'
      ? 'Cancelled'
      : verb === 'reinstated'
        ? 'It meets after all'
        : verb === 'moved'
          ? 'Moved'
          : 'Changed'
  return `${[said, ...what].join(', ')}. Why: ${withoutStop(reason)}.`
}

const SUBJECTS: Record<Stage, (when: string) => string> = {
  asked: (when) => `are you coming on ${when}?`,
  moved: (when) => `a new day or time, ${when}`,
  changed: (when) => `something has changed for ${when}`,
  reinstated: (when) => `it meets after all, ${when}`,
  cancelled: (when) => `cancelled, ${when}`,
  'not expected': (when) => `you are not expected any more on ${when}`,
}

/** Why somebody has this letter, and how often there is one. */
const OFTEN =
  'We write to everyone who is expected at a round table: ' +
  'once to ask them, and again where its plan changes.'

/** `Thursday 28 April 2022, 10.30`. */
export const sayTimeIn = ({ heldOn, startsAt }: RoundTable): string =>
  [heldOn.length === 10 && sayWeekday(weekdayOf(heldOn)), sayWhen(heldOn)]
    .filter(Boolean)
    .join(' ') + (startsAt ? `, ${startsAt}` : '')

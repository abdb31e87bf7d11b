import { couldNot } from '../../domain/publishing/kinds/entry/facts.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import type { Day } from '../../domain/day.ts'
import type { Period } from '../../domain/evidence/period.ts'
import type { Answered, Briefing } from '../../domain/evidence/briefing.ts'
import { SAY_PRESENCE, type Presence } from '../../domain/round-tables/round-table.ts'

/** The time that a sheet is of, and the day it is made on. */
export interface Time {
  period: Period
  today: Day
}

/** What a sheet is made from, as far as it can stand on it: from what is public, or from the record. */
export type Source = Pick<Briefing, 'tables' | 'held' | 'runs' | 'given'> & {
  answered: (Answered & { isTold: boolean })[]
}

/** How an organisation was at a round table. */
export const presenceOf = ({
  code,
  name,
  presence,
}: {
  code: string
  name: string
  presence: Presence
}): Source['tables'][number]['came'][number] => ({
  code,
  name,
  presence: SAY_PRESENCE[presence],
  isHere: isHere(presence),
})

export const isHere = (presence: Presence): boolean =>
  presence === 'present' || presence === 'sent-someone'

/** What could not be done of something that counts as done (R1). */
export const couldNotOf = (words: EntryWords): string[] =>
  couldNot(words).map((each) => each || 'a part of it.')

import {
  agendaOf,
  type AgendaSources,
  type Arrangement,
  type Slot,
} from '../../../../src/domain/round-tables/agenda.ts'
import { readOrder } from '../../../../src/domain/round-tables/agenda/order.ts'
import type { Holding } from '../../../../src/domain/round-tables/agenda/holdings.ts'
import { organisations } from '../../make.ts'

export const line = (of: Holding, text: string) => ({ of, id: 1, text, note: '' })
export const topic = (id: number) => ({
  id,
  roundTableId: 1,
  text: `Topic ${id}`,
  personId: 1,
  at: '',
})
export const sources = (over: Partial<AgendaSources> = {}): AgendaSources => ({
  organisations: organisations.slice(0, 3),
  topics: [],
  lines: {
    minutes: [line('minutes', 'October 2021 round table')],
    priorities: [line('priorities', 'Stop and search')],
    carried: [line('carried', '1.3 Meet parents')],
    concerns: [line('concerns', 'The lift smells')],
    questions: [line('questions', '2.3 What do the figures show?')],
    next: [line('next', '28 April 2022')],
  },
  ...over,
})

export const MET_ORDER = `Apologies, 5
Minutes and matters arising, 10
Police on last priorities, 15
Police report, 10, Ward sergeant
Community concerns, 20
Agreeing priorities, 15
Contact sessions, 10
Any other business, 5
Date of next meeting, 5`

/** The order as it is typed over what stood there. */
export const typed = (text: string, from = sources(), before: Arrangement = []): Arrangement => {
  const decision = readOrder(text, agendaOf(from, before), from)
  if (!decision.accepted) throw new Error(decision.refusals[0]!.reason)
  return decision.value
}

/** Each slot with what stands under it: `minutes: October 2021 round table; 1.3 Meet parents`. */
export const drawn = (slots: Slot[]): string[] =>
  slots.map(({ title, lines }) => [title, ...lines.map((each) => each.text)].join(' | '))

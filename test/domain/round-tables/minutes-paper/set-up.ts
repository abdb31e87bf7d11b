import type { Action } from '../../../../src/domain/actions/action.ts'
import type { Concern } from '../../../../src/domain/concerns/concern.ts'
import { USUAL_AGENDA } from '../../../../src/domain/round-tables/agenda/headings.ts'
import { prioritiesAt } from '../../../../src/domain/concerns/priorities.ts'
import { type Minutes, paperOf } from '../../../../src/domain/round-tables/minutes-paper.ts'
import {
  itemsOf,
  type MinutesDepth,
  NOTHING_TOLD,
  type ToldWords,
  type Note,
} from '../../../../src/domain/round-tables/minutes.ts'
import { reviewsOf } from '../../../../src/domain/round-tables/reviews.ts'
import { organisations, seats, table } from '../../make.ts'
import type { Called, Paper } from '../../../../src/domain/round-tables/paper.ts'

export const OPENED = '2021-07-15T09:00:00.000Z'
const FINISHED = '2021-07-15T12:00:00.000Z'
export const LATER = '2021-09-01T10:00:00.000Z'
export const july = table({ openedAt: OPENED, finishedAt: FINISHED })
const SAY = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  waiting: 'Waiting',
  done: 'Done',
  'could-not': 'Could not',
}
export const called: Called = {
  organisation: (id) =>
    organisations.find((each) => each.id === id)?.name ?? 'Owner not agreed yet',
  seat: (id) => seats.find((each) => each.id === id)?.title ?? '',
  writer: () => 'Mosaic Community Trust',
  status: (each) => SAY[each.updates.findLast((one) => one.takenBackAt === null)!.status],
}

export const paper = ({
  at = july,
  concerns = [],
  actions = [],
  notes = [],
  depth = 'table',
  reads = false,
  since = '',
  told = NOTHING_TOLD,
  wasHere = () => true,
  ...more
}: {
  at?: typeof july
  concerns?: Concern[]
  actions?: Action[]
  notes?: Note[]
  depth?: MinutesDepth
  reads?: boolean
  since?: string
  told?: ToldWords
  wasHere?: (organisationId: number) => boolean
} & Partial<Minutes> = {}): Paper =>
  paperOf(
    {
      table: at,
      depth,
      items: itemsOf(at, concerns, actions, notes, depth, () => reads, told),
      told,
      reviews: reviewsOf(at, since, actions, depth, () => reads),
      gaps: [],
      notes,
      priorities: prioritiesAt(at, concerns),
      missing: [],
      runs: [],
      agreedHere: [],
      agreedAt: undefined,
      next: undefined,
      agenda: USUAL_AGENDA,
      seal: null,
      ...more,
    },
    { ...called, wasHere },
  )
export const section = (of: Paper, id: string) => of.sections.find((each) => each.id === id)
export const said = (of: Paper, id?: string): string =>
  JSON.stringify(id ? (section(of, id)?.blocks ?? null) : of)

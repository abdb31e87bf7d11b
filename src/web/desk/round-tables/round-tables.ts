import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { z } from 'zod'
import { silence } from '../../../domain/actions/action.ts'
import { AGENDA_DAYS } from '../../../domain/actions/notices.ts'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { plannedAlready } from '../../../domain/round-tables/planned-already.ts'
import { carriedTo } from '../../../domain/round-tables/minutes.ts'
import {
  open,
  plan,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { dueBefore } from '../../../work/due.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { someIds, ticked, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findTable } from './find-round-table.ts'
import { minutesPage } from './minutes-page.ts'
import { minutePage } from './minuting/minuting-page.ts'

const planForm = (today: string) =>
  z.strictObject({
    heldOn: when(today),
    startsAt: words(60),
    place: words(200),
    expectedIds: someIds(),
    begin: ticked(),
  })
type PlanForm = z.infer<ReturnType<typeof planForm>>
/** A table that is about to be planned and opened in one step. */
const NOT_OPEN = { openedAt: null, finishedAt: null, agreedAt: null } as RoundTable
/** Slugs run from `2021-q3` to `2021-q3-z`. */
const MOST_IN_A_QUARTER = 26

const indexPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/round-tables/index', {
    frame: frameOf(visit, 'Round tables', 'round-tables', failed),
    tables: visit.store.roundTables.list(),
    choices: choicesOf(visit.store),
    mayWrite: may.write(visit.who),
  })

/** The page of a table, by what became of it so far. */
const showPage = (visit: Visit): Drawn => {
  const table = findTable(visit)
  const state = stateOf(table)
  if (state === 'planned') return plannedPage(visit, table)
  return state === 'open' && may.write(visit.who)
    ? minutePage(visit, table)
    : minutesPage(visit, table)
}

const plannedPage = (visit: Visit, table: RoundTable, failed?: Failed): Drawn => {
  const { store, who, today } = visit
  const carried = inAgendaOrder(carriedTo(table, store.actions.list(who)), today, dueBefore(table))
  return view('desk/round-tables/planned', {
    frame: frameOf(visit, titleOf(table), 'round-tables', failed),
    names: namesOf(store),
    table,
    carried,
    mayWrite: may.write(who),
    publication: store.publications.findFor({ kind: 'round-table', roundTableId: table.id }),
    silent: carried.filter((action) => silence(action, today) > AGENDA_DAYS),
  })
}

const planTable = change('/desk/round-tables', 'write', {
  name: 'plan',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: ({ today }: Visit) => planForm(today),
  decide: ({ store }, _nothing, form) => planHere(form, store.roundTables.list()),
  record: ({ store, by }, _nothing, { there, ...planned }, { begin }) => {
    const slug = there?.slug ?? store.roundTables.recordPlan(planned, by)
    const { id, openedAt } = store.roundTables.find(slug)!
    if (begin && openedAt === null) store.roundTables.recordOpening(id, by)
    return slug
  },
  answer: (_visit, _nothing, slug) => to('/desk/round-tables', slug),
  again: (visit, _nothing, failed) => indexPage(visit, failed),
})

type Planned = Parameters<typeof plan>[0] & { heldOn: string; there: RoundTable | undefined }

/** The plan, where its quarter has room, and nothing stands in the way of opening it at once. */
const planHere = (form: PlanForm, tables: RoundTable[]): Decision<Planned> => {
  const planned = plan({
    ...form,
    heldOn: form.heldOn ?? undefined,
    startsAt: form.startsAt || null,
    place: form.place || null,
  })
  if (!planned.accepted) return planned
  const there = plannedAlready(planned.value, tables)
  if (there && !isSamePlan(there, planned.value))
    return refuse(
      'heldOn',
      'A round table is planned for this day and time already. It stands in the list',
    )
  const quarter = quarterOf(planned.value.heldOn)
  const inQuarter = tables.filter((table) => quarterOf(table.heldOn) === quarter)
  if (!there && inQuarter.length >= MOST_IN_A_QUARTER)
    return refuse('heldOn', 'There are too many round tables in this quarter already')
  const isRunning = there !== undefined && there.openedAt !== null
  const begins = form.begin && !isRunning ? open(there ?? NOT_OPEN, tables) : accept(NOT_OPEN)
  return begins.accepted
    ? accept({ ...planned.value, there })
    : refuse('heldOn', begins.refusals[0]!.reason)
}

/** The same form sent again goes where it went; another plan for the same time is asked about. */
const isSamePlan = (
  there: RoundTable,
  { place, expectedIds }: Pick<RoundTable, 'place' | 'expectedIds'>,
): boolean =>
  there.place === place && String(there.expectedIds.toSorted()) === String(expectedIds.toSorted())

const openTable = change('/desk/round-tables/:slug/opening', 'write', {
  name: 'opening',
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, table) => open(table, store.roundTables.list()),
  record: ({ store, by }, { id }) => store.roundTables.recordOpening(id, by),
  answer: (_visit, { slug }) => to('/desk/round-tables', slug),
  again: (visit, table, failed) => plannedPage(visit, table, { ...failed, body: {} }),
})

/**
 * Round tables: planned and opened. The minuting stands in `minuting/` and `typed-lines.ts`, the
 * minutes in `minutes.ts`.
 */
export const roundTablesRoutes: readonly Route[] = [
  page('/desk/round-tables', 'read', (visit) => indexPage(visit)),
  planTable,
  page('/desk/round-tables/:slug', 'read', showPage),
  openTable,
]

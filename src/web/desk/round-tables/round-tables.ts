import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { silence } from '../../../domain/actions/action.ts'
import type { Decision, Refusal } from '../../../domain/decision.ts'
import { AGENDA_DAYS } from '../../../domain/actions/notices.ts'
import { may } from '../../../domain/may.ts'
import { carriedTo } from '../../../domain/round-tables/minutes.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import {
  open,
  plan,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../answer.ts'
import { parse, someIds, ticked, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { dueBefore } from '../../../work/due.ts'
import { findTable } from './find-round-table.ts'
import { minutePage } from './minuting-page.ts'
import { minutesPage } from './minutes.ts'

const PlanForm = (today: string) =>
  z.strictObject({
    heldOn: when(today),
    startsAt: words(20),
    place: words(200),
    expectedIds: someIds(),
    begin: ticked(),
  })
const EmptyForm = z.strictObject({})
/** A table that is about to be planned and opened in one step. */
const NOT_OPEN = { openedAt: null, finishedAt: null, agreedAt: null } as RoundTable
/** Slugs run from `2021-q3` to `2021-q3-z`. */
const MOST_IN_A_QUARTER = 26

/**
 * Round tables: planned and opened. The minuting is in `minuting.ts` and `lines.ts`, the minutes
 * are in `minutes.ts`.
 */
export const roundTablesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/round-tables', 'read', (visit) => show(visit.reply, indexPage(visit)))

  desk.change('/desk/round-tables', 'write', (visit) => {
    const form = parse(PlanForm(visit.today), visit.body)
    const decision = form.accepted
      ? plan({
          ...form.value,
          heldOn: form.value.heldOn ?? undefined,
          startsAt: form.value.startsAt || null,
          place: form.value.place || null,
        })
      : form
    if (!form.accepted || !decision.accepted)
      return refused(visit.request, visit.reply, refusalsOf(decision), () =>
        indexPage(visit, { form: 'plan', errors: refusalsOf(decision), body: visit.body }),
      )
    const full =
      store.roundTables
        .list()
        .filter(
          (table) =>
            quarterOf(table.heldOn) === quarterOf((decision.value as { heldOn: string }).heldOn),
        ).length >= MOST_IN_A_QUARTER
    if (full) {
      const errors = [
        { field: 'heldOn', reason: 'There are too many round tables in this quarter already' },
      ]
      return refused(visit.request, visit.reply, errors, () =>
        indexPage(visit, { form: 'plan', errors, body: visit.body }),
      )
    }
    const begins = form.value.begin ? open(NOT_OPEN, store.roundTables.list()) : undefined
    if (begins && !begins.accepted)
      return refused(visit.request, visit.reply, begins.refusals, () =>
        indexPage(visit, {
          form: 'plan',
          errors: [{ field: 'heldOn', reason: begins.refusals[0]!.reason }],
          body: visit.body,
        }),
      )
    const slug = store.together(() => {
      const planned = store.roundTables.recordPlan(
        decision.value as Parameters<typeof store.roundTables.recordPlan>[0],
        visit.by,
      )
      if (begins) store.roundTables.recordOpening(store.roundTables.find(planned)!.id, visit.by)
      return planned
    })
    return saved(visit.request, visit.reply, to('/desk/round-tables', slug))
  })

  desk.get('/desk/round-tables/:slug', 'read', (visit) => {
    const table = findTable(store, visit)
    switch (stateOf(table)) {
      case 'planned':
        return show(visit.reply, plannedPage(visit, table))
      case 'open':
        return show(
          visit.reply,
          may.write(visit.who) ? minutePage(desk, visit, table) : minutesPage(desk, visit, table),
        )
      default:
        return show(visit.reply, minutesPage(desk, visit, table))
    }
  })

  desk.change('/desk/round-tables/:slug/opening', 'write', (visit) => {
    const table = findTable(store, visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? open(table, store.roundTables.list()) : form
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        plannedPage(visit, table, { form: 'opening', errors: decision.refusals, body: {} }),
      )
    store.roundTables.recordOpening(table.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  const refusalsOf = (decision: Decision<unknown>): Refusal[] =>
    decision.accepted ? [] : decision.refusals

  const indexPage = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/round-tables/index', {
      frame: desk.frame(visit, 'Round tables', 'round-tables', failed),
      tables: store.roundTables.list(),
      choices: choicesOf(store),
      mayWrite: may.write(visit.who),
    })
  const plannedPage = (visit: Visit, table: RoundTable, failed?: Parameters<Desk['frame']>[3]) => {
    const carried = inAgendaOrder(
      carriedTo(table, store.actions.list(visit.who)),
      visit.today,
      dueBefore(table),
    )
    return view('desk/round-tables/planned', {
      frame: desk.frame(visit, titleOf(table), 'round-tables', failed),
      names: namesOf(store),
      table,
      carried,
      mayWrite: may.write(visit.who),
      publication: store.publications.findFor({ kind: 'round-table', roundTableId: table.id }),
      silent: carried.filter((action) => silence(action, visit.today) > AGENDA_DAYS),
    })
  }
}

import { z } from 'zod'
import { inAgendaOrder, silence } from '../../domain/action.ts'
import { addDays, firstDayOf } from '../../domain/day.ts'
import type { Decision, Refusal } from '../../domain/decision.ts'
import { may } from '../../domain/may.ts'
import { carriedTo, itemsOf, reviewsOf } from '../../domain/minutes.ts'
import { quarterOf } from '../../domain/quarter.ts'
import { agreeMinutes, correct, isRepresented, missing, open, plan, stateOf, titleOf, type RoundTable } from '../../domain/round-table.ts'
import { refused, saved, show } from '../answer.ts'
import { notFound } from '../errors.ts'
import { parse, someIds, when, words } from '../forms.ts'
import { to } from '../to.ts'
import { view } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { minutePage } from './minute-page.ts'
import { choicesOf, namesOf } from './names.ts'

const PlanForm = (today: string) => z.strictObject({ heldOn: when(today), startsAt: words(20), place: words(200), expectedIds: someIds() })
const CorrectionForm = z.strictObject({ text: words(2000), reason: words(500) })
const EmptyForm = z.strictObject({})
/** Past this many days of silence an action stands on the next agenda by itself (R8). */
const AGENDA_DAYS = 60
/** Slugs run from `2021-q3` to `2021-q3-z`. */
const MOST_IN_A_QUARTER = 26

/** Round tables: planned, opened, and their minutes read at two depths. The minuting itself is in `minuting.ts`. */
export const roundTablesRoom = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/round-tables', 'read', (visit) => show(visit.reply, indexPage(visit)))

  desk.change('/desk/round-tables', 'write', (visit) => {
    const form = parse(PlanForm(visit.today), visit.body)
    const decision = form.accepted ? plan({ ...form.value, heldOn: form.value.heldOn ?? undefined, startsAt: form.value.startsAt || null, place: form.value.place || null }) : form
    if (!form.accepted || !decision.accepted) return refused(visit.request, visit.reply, refusalsOf(decision), () => indexPage(visit, { form: 'plan', errors: refusalsOf(decision), body: visit.body }))
    const full = store.tables.list().filter((table) => quarterOf(table.heldOn) === quarterOf((decision.value as { heldOn: string }).heldOn)).length >= MOST_IN_A_QUARTER
    if (full) {
      const errors = [{ field: 'heldOn', reason: 'There are too many round tables in this quarter already' }]
      return refused(visit.request, visit.reply, errors, () => indexPage(visit, { form: 'plan', errors, body: visit.body }))
    }
    const slug = store.tables.recordPlan(decision.value as Parameters<typeof store.tables.recordPlan>[0], visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', slug))
  })

  desk.get('/desk/round-tables/:slug', 'read', (visit) => {
    const table = find(visit)
    switch (stateOf(table)) {
      case 'planned': return show(visit.reply, plannedPage(visit, table))
      case 'open': return show(visit.reply, may.write(visit.who) ? minutePage(desk, visit, table) : minutesPage(visit, table))
      default: return show(visit.reply, minutesPage(visit, table))
    }
  })

  desk.get('/desk/round-tables/:slug/minutes', 'read', (visit) => {
    const table = find(visit)
    if (stateOf(table) === 'planned') throw notFound()
    return show(visit.reply, minutesPage(visit, table))
  })

  desk.change('/desk/round-tables/:slug/opening', 'write', (visit) => {
    const table = find(visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? open(table, store.tables.list()) : form
    if (!decision.accepted) return refused(visit.request, visit.reply, decision.refusals, () => plannedPage(visit, table, { form: 'opening', errors: decision.refusals, body: {} }))
    store.tables.recordOpening(table.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  desk.change('/desk/round-tables/:slug/agreement', 'write', (visit) => {
    const table = find(visit)
    const at = store.tables.list().find((each) => stateOf(each) === 'open')
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? agreeMinutes(table, at) : form
    if (!decision.accepted) return again(visit, table, 'agreement', decision)
    store.tables.recordAgreement(table.id, at!.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', at!.slug))
  })

  desk.change('/desk/round-tables/:slug/corrections', 'write', (visit) => {
    const table = find(visit)
    const form = parse(CorrectionForm, visit.body)
    const decision = form.accepted ? correct(table, form.value.text, form.value.reason) : form
    if (!decision.accepted) return again(visit, table, 'correction', decision)
    store.tables.recordCorrection(table.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  const find = (visit: Visit): RoundTable => {
    const table = store.tables.find(visit.params.slug ?? '')
    if (!table) throw notFound()
    return table
  }
  const refusalsOf = (decision: Decision<unknown>): Refusal[] => (decision.accepted ? [] : decision.refusals)
  const again = (visit: Visit, table: RoundTable, form: string, decision: Decision<unknown>) =>
    refused(visit.request, visit.reply, refusalsOf(decision), () => (stateOf(table) === 'planned' ? plannedPage : minutesPage)(visit, table, { form, errors: refusalsOf(decision), body: visit.body }))

  const indexPage = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => view('desk/round-tables/index', {
    frame: desk.frame(visit, 'Round tables', 'round-tables', failed), tables: store.tables.list(), choices: choicesOf(store), mayWrite: may.write(visit.who)
  })
  const plannedPage = (visit: Visit, table: RoundTable, failed?: Parameters<Desk['frame']>[3]) => {
    const carried = inAgendaOrder(carriedTo(table, store.actions.list(visit.who)), visit.today, dueBefore(table))
    return view('desk/round-tables/planned', {
      frame: desk.frame(visit, titleOf(table), 'round-tables', failed), names: namesOf(store), table, carried, mayWrite: may.write(visit.who),
      telling: store.tellings.findFor({ kind: 'round-table', roundTableId: table.id }), silent: carried.filter((action) => silence(action, visit.today) > AGENDA_DAYS)
    })
  }
  const minutesPage = (visit: Visit, table: RoundTable, failed?: Parameters<Desk['frame']>[3]) => {
    const depth = visit.query.depth === 'public' ? 'public' : 'table'
    const organisations = store.organisations.list()
    const actions = store.actions.listUnfiltered()
    const concerns = store.concerns.listUnfiltered()
    const here = store.tables.concernIds(table.id).map((id) => concerns.find((each) => each.id === id)!)
    return view('desk/round-tables/minutes', {
      frame: desk.frame(visit, `Minutes, ${titleOf(table)}`, 'round-tables', failed), names: namesOf(store), table, depth,
      items: itemsOf(table, here, actions, store.notes.ofTable(table.id), depth), reviews: reviewsOf(table, actions, depth), missing: missing(table, organisations),
      runs: organisations.filter((each) => table.expectedIds.includes(each.id)).map((each) => run(each.id, each.publicName, table)),
      mayWrite: may.write(visit.who), agreeAt: store.tables.list().find((each) => stateOf(each) === 'open' && each.id !== table.id),
      telling: store.tellings.findFor({ kind: 'round-table', roundTableId: table.id })
    })
  }
  /** R6: "the police present at 9 of the last 10". */
  const run = (organisationId: number, name: string, table: RoundTable): string => {
    const held = store.tables.list().filter((each) => each.openedAt && each.heldOn <= table.heldOn && each.expectedIds.includes(organisationId)).slice(0, 10)
    const came = held.filter((each) => isRepresented(each, organisationId)).length
    return `${name} present at ${came} of the last ${held.length}`
  }
}

/** What is due before the table after this one: about a quarter ahead. */
export const dueBefore = (table: RoundTable): string => addDays(firstDayOf(table.heldOn), 92)

import { close } from '../../../domain/actions/closing.ts'
import { report } from '../../../domain/actions/reporting.ts'
import { agree } from '../../../domain/actions/agreement.ts'
import { agreeForm, concernForm } from '../concerns/concern-forms.ts'
import type { Desk, Visit } from '../visit.ts'
import { seatedIn } from '../../../work/attendance.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { STATUSES } from '../../../domain/actions/action.ts'
import { isPriority, raise, type Concern } from '../../../domain/concerns/concern.ts'
import { timeOf } from '../../../domain/day.ts'
import type { Decision, Refusal } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import {
  attendanceFields,
  attendanceMark,
  finish,
  isRepresented,
  mergeAttendance,
  missing,
  openAgain,
  stateOf,
  titleOf,
  type AttendanceFields,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show, wantsPart } from '../../answer.ts'
import { notFound, Problem } from '../../errors.ts'
import { maybeId, parse, ticked, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Item, MinutePage } from '../../views/desk/round-tables.ts'
import { attendanceForm, differencesOf } from './attendance.ts'
import { findOpen, findTable } from './find-round-table.ts'
import { minuteItems, minutePage, othersOf, representedIn } from './minuting-page.ts'
import { minutesPage } from './minutes.ts'
import { idIn } from '../names.ts'
import { placeOf } from './quick-box.ts'

const CarriedForm = z.strictObject({
  status: z.enum(STATUSES, 'Choose where it has got to'),
  text: words(1000),
  waitingFor: words(200),
  closed: ticked(),
})
const BringForm = z.strictObject({ concernId: maybeId() })
const PriorityForm = z.strictObject({ agreed: ticked() })
const ReasonForm = z.strictObject({ reason: words(500) })
const EmptyForm = z.strictObject({})

/** The minuting page: every form on it saves one thing, as it is entered. */
export const minutingRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.change('/desk/round-tables/:slug/attendance', 'write', (visit) => {
    const table = findOpen(store, visit)
    const choices = choicesOf(store)
    const form = parse(attendanceForm(choices), visit.body)
    const part = (failed: Refusal[], differences: string[] = []) =>
      view('desk/round-tables/minuting/_attendance', {
        ...base(visit, findOpen(store, visit), failed, 'attendance'),
        differences,
      })
    if (!form.accepted)
      return refusedHere(visit, table, 'attendance', form.refusals, () => part(form.refusals))
    const { basedOn, residents, ...lines } = form.value as unknown as Record<string, string> & {
      basedOn: AttendanceFields
      residents: number | null
    }
    const mine: AttendanceFields = {
      ...lines,
      residents: residents === null ? '' : String(residents),
    }
    const { merged, clashes } = mergeAttendance(table, basedOn, mine)
    if (clashes.length > 0) {
      const errors = [
        {
          field: 'conflict',
          reason:
            'Someone else wrote something else here since you opened this. Both are shown. Save again to keep yours',
        },
      ]
      const differences = differencesOf(clashes, attendanceFields(table), mine, choices)
      const drawnNow = { ...merged, basedOn: attendanceMark(table) }
      return refused(
        visit.request,
        visit.reply,
        errors,
        () =>
          minutePage(desk, visit, table, {
            form: 'attendance',
            errors,
            body: drawnNow,
            differences,
          }),
        () =>
          view('desk/round-tables/minuting/_attendance', {
            ...base(visit, table, errors, 'attendance', drawnNow),
            differences,
          }),
      )
    }
    store.roundTables.recordAttendance(
      table.id,
      seatedIn(merged, choices),
      merged.residents ? Number(merged.residents) : null,
      visit.by,
    )
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { at: 'attendance' })}#attendance`,
      () => part([]),
    )
  })

  desk.change('/desk/round-tables/:slug/actions/:id/updates', 'write', (visit) => {
    const table = findOpen(store, visit)
    const action = store.actions.find(idIn(visit.params.id), visit.who)
    if (!action || action.depth === 'named') throw notFound()
    const form = parse(CarriedForm, visit.body)
    const decision = form.accepted
      ? report(action, {
          status: form.value.status,
          text: form.value.text,
          waitingFor: form.value.waitingFor || null,
          on: null,
        })
      : form
    const closing =
      form.accepted && decision.accepted && form.value.closed
        ? close({
            ...action,
            updates: [
              ...action.updates,
              { ...action.updates[0]!, id: 0, status: form.value.status, takenBackAt: null },
            ],
          })
        : undefined
    const wrong: Decision<unknown> = closing && !closing.accepted ? closing : decision
    const name = `carried-${action.id}`
    if (!form.accepted || !wrong.accepted)
      return refusedHere(visit, table, name, refusalsOf(wrong), () =>
        view('desk/round-tables/minuting/_carried', {
          ...base(visit, table, refusalsOf(wrong), name),
          action,
        }),
      )
    const { seatId, leadId } = action.terms.at(-1)!
    store.together(() => {
      store.actions.recordUpdate(
        action.id,
        {
          status: form.value.status,
          text: form.value.text,
          waitingFor: form.value.status === 'waiting' ? form.value.waitingFor : null,
          on: null,
        },
        { organisationId: leadId, seatId, roundTableId: table.id },
        visit.by,
      )
      if (closing) store.actions.recordClosing(action.id, table.id, visit.by)
      dropKept(visit, table, name)
    })
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { at: name })}#${name}${closing ? '' : '-text'}`,
      () =>
        view('desk/round-tables/minuting/_carried', {
          ...base(visit, table, [], name),
          action: store.actions.find(action.id, visit.who)!,
        }),
    )
  })

  desk.change('/desk/round-tables/:slug/concerns', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(concernForm(visit.today, 'round-table'), visit.body)
    // The tick beside the words is the quick way to hold a family's matter: its usual ground, and
    // who writes it down.
    const held = form.accepted && form.value.held
    const privacy = held ? { depth: 'named' as const } : {}
    const decision = form.accepted
      ? raise(
          {
            ...form.value,
            ...privacy,
            raisedOn: form.value.raisedOn ?? earlier(table.heldOn, visit.today),
            originNote: form.value.originNote || null,
            ground: (held ? form.value.ground || GROUNDS[0] : form.value.ground) || null,
            list:
              held || form.value.depth === 'named'
                ? [...new Set([...form.value.list, visit.who.personId])]
                : [],
          },
          visit.today,
        )
      : form
    if (!decision.accepted)
      return refusedHere(visit, table, 'new-concern', decision.refusals, () =>
        view('desk/round-tables/minuting/_new-concern', {
          ...base(visit, table, decision.refusals, 'new-concern'),
          others: othersFor(visit, table),
        }),
      )
    const fromHere = decision.value.originKind === 'round-table'
    const id = store.together(() => {
      const written = store.concerns.record(
        decision.value,
        { roundTableId: fromHere ? table.id : null, splitFromId: null },
        visit.by,
      )
      dropKept(visit, table, 'new-concern')
      return fromHere ? written : store.roundTables.recordConcern(table.id, written, visit.by)
    })
    return added(visit, table, id)
  })

  desk.change('/desk/round-tables/:slug/bringing', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(BringForm, visit.body)
    const concern =
      form.accepted && form.value.concernId !== null
        ? store.concerns.find(form.value.concernId, visit.who)
        : undefined
    if (!concern) {
      const errors = form.accepted
        ? [{ field: 'concernId', reason: 'Choose a concern from the list' }]
        : form.refusals
      return refusedHere(visit, table, 'bring', errors, () =>
        view('desk/round-tables/minuting/_new-concern', {
          ...base(visit, table, errors, 'bring'),
          others: othersFor(visit, table),
        }),
      )
    }
    store.roundTables.recordConcern(table.id, concern.id, visit.by)
    return added(visit, table, concern.id)
  })

  const added = (visit: Visit, table: RoundTable, concernId: number) => {
    const name = `item-${concernId}`
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { at: name })}#${name}-text`,
      () =>
        view('desk/round-tables/minuting/_item', {
          ...base(visit, table, [], name),
          item: itemFor(visit, table, concernId),
        }),
    )
  }

  desk.change('/desk/round-tables/:slug/concerns/:id/priorities', 'write', (visit) => {
    const { table, concern, name } = findItem(visit)
    const form = parse(PriorityForm, visit.body)
    if (!form.accepted) return itemAgain(visit, table, concern, form.refusals)
    if (form.value.agreed !== isPriority(concern))
      store.concerns.recordPriority(concern.id, form.value.agreed, table.id, visit.by)
    return itemSaved(visit, table, concern.id, name)
  })

  desk.change('/desk/round-tables/:slug/concerns/:id/actions', 'write', (visit) => {
    const { table, concern, name } = findItem(visit)
    const decision = agreeHere(visit, table, [concern.id])
    if (decision) return itemAgain(visit, table, concern, decision)
    dropKept(visit, table, name)
    return itemSaved(visit, table, concern.id, name)
  })

  desk.change('/desk/round-tables/:slug/actions', 'write', (visit) => {
    const table = findOpen(store, visit)
    const decision = agreeHere(visit, table, [])
    if (decision)
      return refused(visit.request, visit.reply, decision, () =>
        minutePage(desk, visit, table, { form: 'alone', errors: decision, body: visit.body }),
      )
    return saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { at: 'alone' })}#alone-text`,
    )
  })

  desk.get('/desk/round-tables/:slug/finishing', 'write', (visit) => {
    const table = findTable(store, visit)
    if (stateOf(table) !== 'open') throw notFound()
    const page = minutePage(desk, visit, table).data as MinutePage
    return show(
      visit.reply,
      view('desk/round-tables/finishing', {
        frame: desk.frame(visit, `Finish the ${titleOf(table)}`, 'round-tables'),
        table,
        names: page.names,
        missing: page.missing,
        unheard: page.carried.filter(
          (action) => !action.updates.some((update) => update.roundTableId === table.id),
        ),
        bare: page.items.filter((item) => item.concern !== null && item.actions.length === 0),
      }),
    )
  })

  desk.change('/desk/round-tables/:slug/reopening', 'write', (visit) => {
    const table = findTable(store, visit)
    const form = parse(ReasonForm, visit.body)
    const decision = form.accepted
      ? openAgain(table, store.roundTables.list(), form.value.reason)
      : form
    if (
      !decision.accepted &&
      stateOf(table) === 'draft' &&
      decision.refusals[0]!.field === 'reason'
    )
      return refused(visit.request, visit.reply, decision.refusals, () =>
        minutesPage(desk, visit, table, {
          form: 'reopening',
          errors: decision.refusals,
          body: visit.body,
        }),
      )
    if (!decision.accepted)
      throw new Problem(
        form.accepted ? 422 : 400,
        'These minutes stay as they are',
        `${decision.refusals[0]!.reason}.`,
      )
    store.roundTables.recordReopening(table.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  desk.change('/desk/round-tables/:slug/finishing', 'write', (visit) => {
    const table = findOpen(store, visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? finish(table) : form
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        minutePage(desk, visit, table, { form: 'finishing', errors: decision.refusals, body: {} }),
      )
    store.roundTables.recordFinish(table.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  /** What was kept while it was typed in a form is on the record now (R25). */
  const dropKept = (visit: Visit, table: RoundTable, form: string): void =>
    store.typedLines.drop(visit.who.personId, placeOf(table), form)
  /** Agrees an action at the table; the refusals, or nothing when it is written down. */
  const agreeHere = (
    visit: Visit,
    table: RoundTable,
    concernIds: number[],
  ): Refusal[] | undefined => {
    const form = parse(agreeForm(visit.today), visit.body)
    if (!form.accepted) return form.refusals
    const { held, ground, ...terms } = form.value
    if (held && !ground)
      return [{ field: 'ground', reason: 'Choose the ground. It is all that others will read' }]
    const decision = agree(terms, (id) => isRepresented(table, id))
    if (!decision.accepted) return decision.refusals
    store.actions.record(
      decision.value,
      {
        roundTableId: table.id,
        concernIds,
        depth: held ? 'named' : 'table',
        ground: held ? ground : null,
        list: [visit.who.personId],
      },
      visit.by,
    )
    return undefined
  }

  const findItem = (visit: Visit) => {
    const table = findOpen(store, visit)
    const concern = store.concerns.find(idIn(visit.params.id), visit.who)
    if (!concern || !store.roundTables.concernIds(table.id).includes(concern.id)) throw notFound()
    return { table, concern, name: `item-${concern.id}` }
  }
  const itemFor = (visit: Visit, table: RoundTable, concernId: number): Item =>
    minuteItems(desk, visit, table).find(
      (each) => each.open === to('/desk/concerns', concernId) || each.concern?.id === concernId,
    )!
  const itemSaved = (visit: Visit, table: RoundTable, concernId: number, name: string) =>
    saved(
      visit.request,
      visit.reply,
      `${to('/desk/round-tables', table.slug, { at: name })}#${name}-text`,
      () =>
        view('desk/round-tables/minuting/_item', {
          ...base(visit, table, [], name),
          item: itemFor(visit, table, concernId),
        }),
    )
  const itemAgain = (visit: Visit, table: RoundTable, concern: Concern, errors: Refusal[]) =>
    refusedHere(visit, table, `item-${concern.id}`, errors, () =>
      view('desk/round-tables/minuting/_item', {
        ...base(visit, table, errors, `item-${concern.id}`),
        item: itemFor(visit, table, concern.id),
      }),
    )

  const refusedHere = (
    visit: Visit,
    table: RoundTable,
    form: string,
    errors: Refusal[],
    part: () => ReturnType<typeof view>,
  ) =>
    refused(
      visit.request,
      visit.reply,
      errors,
      () => minutePage(desk, visit, table, { form, errors, body: visit.body }),
      part,
    )

  const base = (
    visit: Visit,
    table: RoundTable,
    errors: Refusal[],
    form: string,
    overTyped: object = {},
  ) => {
    const fresh = store.roundTables.find(table.slug)!
    return {
      frame: desk.frame(visit, titleOf(table), 'round-tables', {
        form,
        errors,
        body: errors.length ? { ...(visit.body as object), ...overTyped } : {},
      }),
      names: namesOf(store),
      choices: choicesOf(store),
      table: fresh,
      savedAt: errors.length ? null : timeOf(visit.by.at),
      at: wantsPart(visit.request) ? form : '',
      missing: missing(fresh, store.organisations.list()),
      represented: representedIn(fresh),
      differences: [] as string[],
    }
  }
  const othersFor = (visit: Visit, table: RoundTable) => othersOf(desk, visit, table)
}

const earlier = (heldOn: string, today: string): string => (heldOn <= today ? heldOn : today)
const refusalsOf = (decision: Decision<unknown>): Refusal[] =>
  decision.accepted ? [] : decision.refusals

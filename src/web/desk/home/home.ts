import type { Desk } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import {
  inAgendaOrder,
  isDeclined,
  isFinished,
  isOpen,
  isOverdue,
  isProposed,
  silence,
  statusOf,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { isUnderWay } from '../../../domain/people/baton.ts'
import { isUntold } from '../../../domain/concerns/concern.ts'
import { addDays } from '../../../domain/day.ts'
import { draftOf, isApproved, isPublished } from '../../../domain/publishing/publication.ts'
import { namedIn } from '../../../domain/publishing/words.ts'
import { isWaiting } from '../../../domain/residents/message.ts'
import { QUIET_DAYS } from '../../../domain/actions/notices.ts'
import { hasDoneItsShare } from '../../../domain/actions/shares.ts'
import { may } from '../../../domain/may.ts'
import { isRunningOut } from '../../../domain/evidence/quote.ts'
import { isAhead, isRepresented, stateOf } from '../../../domain/round-tables/round-table.ts'
import { isEmpty } from '../../../domain/people/seat.ts'
import { saysNo } from '../../../domain/residents/verdict.ts'
import { saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { to, type Path } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { mineOf } from '../actions/actions.ts'
import { entryLines } from '../publishing/entry-lines.ts'
import { idIn, linesOf } from '../names.ts'
import { saidByResidents } from '../residents/verdicts.ts'

/** `/desk`: what needs me, most pressing first. */
export const homeRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk', 'read', (visit) => {
    const { who, today } = visit
    const all = store.actions.list(who)
    const open = inAgendaOrder(
      all.filter((action) => isOpen(action) && !isDeclined(action)),
      today,
      addDays(today, 30),
    )
    const tables = store.roundTables.list()
    const next = tables.filter((table) => isAhead(table, today)).at(-1) ?? null
    const openTable = tables.find((table) => stateOf(table) === 'open') ?? null
    const lines = linesOf(
      store,
      store.concerns
        .list(who)
        .filter((each) => each.mergedIntoId === null && each.depth !== 'named'),
      who,
      today,
    )
    const entries = entryLines(store)
    const untold = lines
      .filter(({ concern, publication }) =>
        isUntold(
          concern,
          (publication?.releases.length ?? 0) > 0 && !publication?.withdrawal,
          today,
        ),
      )
      .toSorted((a, b) => a.concern.createdAt.localeCompare(b.concern.createdAt))
    const drafts = entries.filter(
      ({ publication }) => !publication.withdrawal && !isPublished(publication),
    )
    const organisations = store.organisations.list()
    const own = organisations.find((each) => each.id === who.organisationId)
    const leads = (action: Action) =>
      termsOf(action).leadId === who.organisationId ||
      who.seatIds.includes(termsOf(action).seatId ?? 0)
    const mine = mineOf(open, visit).filter((action) =>
      leads(action)
        ? !isFinished(action) && !(isProposed(action) && may.answerFor(who, action))
        : !isProposed(action) && !hasDoneItsShare(action, who.organisationId),
    )
    const writes = may.write(who)
    const seats = store.organisations.seats()
    return show(
      visit.reply,
      view('desk/home/index', {
        frame: desk.frame(visit, 'Your desk', 'desk'),
        names: namesOf(store),
        mine: mine.filter((action) => leads(action)),
        helping: mine.filter((action) => !leads(action)),
        toAccept: open.filter((action) => isProposed(action) && may.answerFor(who, action)),
        open: openTable,
        next,
        missing: openTable
          ? organisations
              .filter(
                (each) =>
                  openTable.expectedIds.includes(each.id) && !isRepresented(openTable, each.id),
              )
              .map((each) => each.publicName)
          : [],
        draftMinutes: tables.filter((table) => stateOf(table) === 'draft'),
        late: open.filter((action) => isOverdue(action, today) && !isProposed(action)),
        waiting: open.filter(
          (action) => statusOf(action) === 'waiting' && !isOverdue(action, today),
        ),
        quiet: open.filter(
          (action) =>
            !isProposed(action) &&
            silence(action, today) > QUIET_DAYS &&
            !isOverdue(action, today) &&
            termsOf(action).kind !== 'standing',
        ),
        toDraft: untold,
        toApprove: drafts.filter(
          ({ publication }) =>
            !isApproved(publication) &&
            may.approve(who, draftOf(publication)!.writerId, store.people.isAlone()) &&
            store.sources.checks(publication).every((each) => each.verdict === 'overruled'),
        ),
        toPublish: drafts.filter(({ publication }) => isApproved(publication)),
        movedOn: entries.filter(({ stage }) => stage === 'Moved on since'),
        toRead: drafts.filter(
          ({ publication }) =>
            !writes &&
            namedIn(draftOf(publication)!.words).includes(own?.code ?? '') &&
            !publication.comments.some(
              (each) =>
                each.draftId === draftOf(publication)!.id &&
                each.organisationId === who.organisationId,
            ),
        ),
        unanswered: lines
          .filter((line) => line.standing === 'unanswered' && !untold.includes(line))
          .toSorted((a, b) => b.days - a.days),
        runningOut: writes
          ? store.quotes
              .list()
              .filter(
                (quote) =>
                  isRunningOut(quote, today) &&
                  lines.some(
                    ({ concern }) =>
                      concern.id === quote.concernId || concern.mergedIds.includes(quote.concernId),
                  ),
              )
          : [],
        batons: store.batons
          .list()
          .filter((baton) => may.seeBaton(who, baton))
          .map((baton) => ({ seat: seats.find((each) => each.id === baton.seatId)!, baton }))
          .filter(({ seat, baton }) => isUnderWay(baton, seat, today)),
        emptySeats: seats.filter((seat) => isEmpty(seat, today)),
        kept: store.people
          .keptForms(who.personId)
          .map(({ id, path, fields }) => ({ id, page: pageOf(path as Path), fields })),
        mayWrite: writes,
        mayReport: who.role !== 'observer',
        expected: organisations
          .filter((each) => each.expected && each.endedOn === null)
          .map((each) => each.id),
        messages: may.readMessages(who)
          ? store.messages.listUnfiltered().filter((each) => !each.atRisk && isWaiting(each)).length
          : 0,
        atRisk: store.messages
          .listUnfiltered()
          .filter((each) => each.atRisk && may.seeMessage(who, each) && isWaiting(each))
          .map(({ id, at }) => ({ id, at })),
        noDifference: writes ? saidByResidents(store).filter((each) => saysNo(each.verdicts)) : [],
        nothing: lines.length === 0 && tables.length === 0 && all.length === 0,
      }),
    )
  })

  /** R25: sends what was typed before a session ended to where it was going, or drops it. */
  desk.change('/desk/kept/:id/sending', 'read', (visit) => {
    const form = store.people
      .keptForms(visit.who.personId)
      .find((each) => each.id === idIn(visit.params.id))
    if (!form) throw notFound()
    store.people.dropKeptForm(form.id, visit.who.personId, visit.by)
    return visit.reply.redirect(form.path, 307)
  })
  desk.change('/desk/kept/:id/dropping', 'read', (visit) => {
    const form = store.people
      .keptForms(visit.who.personId)
      .find((each) => each.id === idIn(visit.params.id))
    if (!form) throw notFound()
    store.people.dropKeptForm(form.id, visit.who.personId, visit.by)
    return saved(visit.request, visit.reply, to('/desk'))
  })
}

/** The page a form stood on: the record it was about, or the list. */
const pageOf = (path: Path): Path => {
  const steps = path.split('/')
  return steps[2] === 'seats'
    ? (steps.slice(0, 5).join('/') as Path)
    : steps.length > 3
      ? (steps.slice(0, 4).join('/') as Path)
      : path === '/desk/concerns'
        ? '/desk/concerns/new'
        : path
}

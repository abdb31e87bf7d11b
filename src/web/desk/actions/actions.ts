import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import { close, reopen } from '../../../domain/actions/closing.ts'
import { report, takeBack } from '../../../domain/actions/reporting.ts'
import { answerProposal, change, type AgreedTerms } from '../../../domain/actions/agreement.ts'
import { whoIsNotHere } from '../privacy.ts'
import type { Desk, Visit } from '../visit.ts'
import type { Names } from '../../../work/names.ts'
import { choicesOf, namesOf, titleOfAction } from '../../../work/names.ts'
import { z } from 'zod'
import {
  isOpen,
  isProposed,
  KINDS,
  lastHeardOn,
  latestOf,
  statusOf,
  STATUSES,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { aimsOf } from '../../../domain/actions/aims.ts'
import { sayWhen } from '../../../domain/day.ts'
import { isConflict, type Decision, type Refusal } from '../../../domain/decision.ts'
import { DEPTHS, GROUNDS } from '../../../domain/depth.ts'
import { draftOf } from '../../../domain/publishing/publication.ts'
import { leafletTermsOf } from '../../../domain/evidence/leaflet.ts'
import { may } from '../../../domain/may.ts'
import { isRepresented, stateOf } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, parse, someIds, when, words } from '../../forms.ts'
import { say } from '../../../domain/say.ts'
import { writeSheet } from '../../files/spreadsheets.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { holdAction } from '../../../work/hold-in-private.ts'
import { quarterFrom } from '../../../work/due.ts'
import { idIn, look } from '../names.ts'
import { saidByResidents } from '../residents/verdicts.ts'

const UpdateForm = (today: string) =>
  z.strictObject({
    status: z.enum(STATUSES, 'Choose where it has got to'),
    text: words(2000),
    waitingFor: words(200),
    on: when(today, 'behind'),
    seatId: maybeId(),
  })
const WordsForm = z.strictObject({ words: words(1000) })
const ReasonForm = z.strictObject({ reason: words(500) })
const EmptyForm = z.strictObject({})
const TermsForm = (today: string) =>
  z.strictObject({
    text: words(500),
    kind: z.enum(KINDS, 'Choose what kind it is'),
    leadId: maybeId(),
    seatId: maybeId(),
    helperIds: someIds(),
    by: when(today),
    reason: words(500),
    basedOn: z.string().transform(Number),
  })
const DepthForm = z.strictObject({
  depth: z.enum(DEPTHS),
  ground: z.enum(['', ...GROUNDS]).default(''),
  list: someIds(),
})

/** Actions: what owners say about them, what the table says, and their whole history. */
export const actionsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/actions', 'read', (visit) => {
    const { status = '', organisation = '', kind = '', q = '' } = visit.query
    const { all, shown } = listed(visit)
    return show(
      visit.reply,
      view('desk/actions/index', {
        frame: desk.frame(visit, 'Actions', 'actions'),
        names: namesOf(store),
        actions: shown,
        mine: mineOf(all, visit),
        filter: { status, organisation, kind, q },
        choices: choicesOf(store),
        mayWrite: may.write(visit.who),
      }),
    )
  })

  /**
   * The action log as a file, at the reader's depth: what is held in private has its number and its
   * ground.
   */
  desk.get('/desk/actions.csv', 'read', (visit) => {
    const names = namesOf(store)
    return visit.reply
      .header('content-disposition', `attachment; filename="actions-${visit.today}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(
        writeSheet(
          LOG_HEAD,
          listed(visit).shown.map((action) => logRow(action, names)),
        ),
      )
  })

  const listed = (visit: Visit): { all: Action[]; shown: Action[] } => {
    const { status = '', organisation = '', kind = '', q = '' } = visit.query
    const all = inAgendaOrder(store.actions.list(visit.who), visit.today, quarterFrom(visit.today))
    return {
      all,
      shown: all.filter(
        (action) =>
          (kind === '' || termsOf(action).kind === kind) &&
          (status === ''
            ? true
            : status === 'open'
              ? isOpen(action)
              : status === 'closed'
                ? !isOpen(action)
                : statusOf(action) === status) &&
          (organisation === '' ||
            termsOf(action).leadId === Number(organisation) ||
            termsOf(action).helperIds.includes(Number(organisation))) &&
          titleOfAction(action).toLowerCase().includes(q.toLowerCase()),
      ),
    }
  }

  desk.get('/desk/actions/:id', 'matter', (visit) => {
    const action = find(visit)
    look(store, visit.by, 'action', action)
    return show(visit.reply, showPage(visit, action))
  })

  desk.change('/desk/actions/:id/updates', 'matter', (visit) => {
    const action = find(visit)
    if (!may.report(visit.who, action)) throw notAllowed()
    const form = parse(UpdateForm(visit.today), visit.body)
    const decision = form.accepted
      ? report(action, { ...form.value, waitingFor: form.value.waitingFor || null })
      : form
    if (!form.accepted || !decision.accepted) return again(visit, action, 'update', decision)
    const { seatId, ...said } = form.value
    store.actions.recordUpdate(
      action.id,
      { ...said, waitingFor: said.status === 'waiting' ? said.waitingFor : null },
      saidBy(store, visit, action, seatId),
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/actions', action.id, { saved: 'yes' }))
  })

  desk.change('/desk/actions/:id/updates/:updateId/taking-back', 'matter', (visit) => {
    const action = find(visit)
    if (!may.report(visit.who, action)) throw notAllowed()
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted
      ? takeBack(action, idIn(visit.params.updateId), (update) =>
          may.takeBack(visit.who, action, update),
        )
      : form
    if (!decision.accepted) return again(visit, action, 'taking-back', decision)
    store.actions.recordTakingBack(action.id, decision.value.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/actions', action.id, { saved: 'taken' }))
  })

  const answer = (accepted: boolean) => (visit: Visit) => {
    const action = find(visit)
    if (!may.answerFor(visit.who, action)) throw notAllowed()
    const form = parse(WordsForm, visit.body)
    const decision = form.accepted ? answerProposal(action, accepted, form.value.words) : form
    if (!decision.accepted) return again(visit, action, 'answer', decision)
    store.actions.recordAnswer(action.id, termsOf(action).id, decision.value, visit.by)
    return saved(
      visit.request,
      visit.reply,
      to('/desk/actions', action.id, { saved: accepted ? 'accepted' : 'declined' }),
    )
  }
  desk.change('/desk/actions/:id/acceptance', 'matter', answer(true))
  desk.change('/desk/actions/:id/declining', 'matter', answer(false))

  desk.change('/desk/actions/:id/closing', 'matter', (visit) => {
    const action = find(visit)
    if (!may.close(visit.who, action)) throw notAllowed()
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? close(action) : form
    if (!decision.accepted) return again(visit, action, 'closing', decision)
    store.actions.recordClosing(action.id, openTable()?.id ?? null, visit.by)
    return saved(visit.request, visit.reply, to('/desk/actions', action.id))
  })

  desk.change('/desk/actions/:id/reopening', 'matter', (visit) => {
    const action = find(visit)
    if (!may.close(visit.who, action)) throw notAllowed()
    const form = parse(ReasonForm, visit.body)
    const decision = form.accepted ? reopen(action, form.value.reason) : form
    if (!form.accepted || !decision.accepted) return again(visit, action, 'reopening', decision)
    store.actions.recordReopening(
      action.id,
      (decision.value as { id: number }).id,
      form.value.reason,
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/actions', action.id))
  })

  desk.change('/desk/actions/:id/terms', 'matter', (visit) => {
    const action = find(visit)
    if (!may.change(visit.who, action)) throw notAllowed()
    const form = parse(TermsForm(visit.today), visit.body)
    if (!form.accepted) return again(visit, action, 'terms', form)
    const { leadId, seatId } = form.value
    // What its holder said would be of another organisation, and never count.
    if (
      leadId !== null &&
      seatId !== null &&
      store.organisations.findSeat(seatId)?.organisationId !== leadId
    )
      return again(visit, action, 'terms', {
        accepted: false,
        refusals: [
          {
            field: 'seatId',
            reason: 'This seat belongs to another organisation than the one that leads',
          },
        ],
      })
    const decision = change(action, form.value, (id) => represented(visit, id))
    if (isConflict(decision)) {
      look(store, visit.by, 'action', action)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'actions'),
          reason:
            'Someone else changed what was agreed while you were writing. Nothing of yours is saved yet.',
          theirs: inWords(termsOf(action)),
          yours: inWords(form.value),
          back: to('/desk/actions', action.id),
        }),
      )
    }
    if (!decision.accepted) return again(visit, action, 'terms', decision)
    store.actions.recordTerms(action.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/actions', action.id))
  })

  desk.change('/desk/actions/:id/depth', 'matter', (visit) => {
    const action = find(visit)
    if (!may.change(visit.who, action)) throw notAllowed()
    const form = parse(DepthForm, visit.body)
    if (!form.accepted) return again(visit, action, 'depth', form)
    const { depth, ground, list } = form.value
    const absent = whoIsNotHere(store, list)
    if (absent.length) return again(visit, action, 'depth', { accepted: false, refusals: absent })
    if (depth === 'named' && (!ground || list.length === 0))
      return again(visit, action, 'depth', {
        accepted: false,
        refusals: [
          {
            field: ground ? 'list' : 'ground',
            reason: ground
              ? 'Choose at least one person who may know'
              : 'Choose the ground. It is all that others will read',
          },
        ],
      })
    holdAction(store, action.id, { depth, ground: ground || null, list }, visit.by)
    return saved(
      visit.request,
      visit.reply,
      depth === 'named' && !list.includes(visit.who.personId)
        ? '/desk/actions'
        : to('/desk/actions', action.id),
    )
  })

  const inWords = (terms: AgreedTerms): string => {
    const names = namesOf(store)
    return [
      terms.text,
      names.organisation(terms.leadId),
      names.seat(terms.seatId),
      terms.by ? `By ${sayWhen(terms.by)}` : 'No date agreed yet',
    ]
      .filter(Boolean)
      .join('\n')
  }
  const find = (visit: Visit): Action => {
    const action = store.actions.find(idIn(visit.params.id), visit.who)
    if (!action) throw notFound()
    return action
  }
  const openTable = () => openTableIn(store)
  const represented = (visit: Visit, organisationId: number): boolean => {
    const table = openTable()
    return (
      organisationId === visit.who.organisationId ||
      (table !== undefined && isRepresented(table, organisationId))
    )
  }
  const again = (visit: Visit, action: Action, form: string, decision: Decision<unknown>) => {
    look(store, visit.by, 'action', action)
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () =>
      showPage(visit, action, { form, errors, body: visit.body }),
    )
  }
  const showPage = (
    visit: Visit,
    action: Action,
    failed?: { form: string; errors: Refusal[]; body: unknown },
  ) => {
    const concerns = action.concernIds
      .map((id) => store.concerns.find(id, visit.who))
      .filter((each) => each !== undefined)
    const events = store.events
      .list(visit.who)
      .filter((event) => event.actionIds.includes(action.id))
    const isTold =
      action.depth !== 'named' &&
      store.publications
        .list()
        .some(
          (each) =>
            each.kind === 'entry' &&
            each.releases.length > 0 &&
            !each.withdrawal &&
            draftOf(each)!.coversIds.includes(action.id),
        )
    return view('desk/actions/show', {
      frame: desk.frame(visit, titleOfAction(action), 'actions', failed),
      names: namesOf(store),
      choices: choicesOf(store),
      action,
      concerns,
      aims: aimsOf(action, {
        concerns,
        table:
          action.roundTableId === null
            ? undefined
            : store.roundTables.findById(action.roundTableId),
        events,
        isTold,
      }),
      mayReport: may.report(visit.who, action) && isOpen(action),
      mayAnswer: may.answerFor(visit.who, action),
      mayClose: may.close(visit.who, action),
      mayChange: may.change(visit.who, action),
      mayTakeBack: (updateId) =>
        takeBack(action, updateId, (update) => may.takeBack(visit.who, action, update)).accepted,
      events,
      programmes: store.programmes
        .list(visit.who)
        .filter((programme) =>
          programme.points.some((point) => point.steps.some((step) => step.actionId === action.id)),
        ),
      leaflets: store.leaflets
        .list(visit.who)
        .filter((leaflet) => leafletTermsOf(leaflet).actionId === action.id),
      said: saidByResidents(store).filter(
        (each) => each.actionIds.includes(action.id) && action.depth !== 'named',
      ),
      openTable: openTable(),
      saved: visit.query.saved ?? '',
    })
  }
}

const openTableIn = (store: Store) =>
  store.roundTables.list().find((table) => stateOf(table) === 'open')

/**
 * An update is said by a seat: the person's own at that organisation, or the one a coordinator
 * types for.
 */
export const saidBy = (store: Store, visit: Visit, action: Action, seatId: number | null) => {
  const { leadId, seatId: owner, helperIds } = termsOf(action)
  const own = saidByThemselves(store, visit, action)
  if (!may.write(visit.who))
    return own ?? { organisationId: visit.who.organisationId, seatId: null, roundTableId: null }
  const seat = store.organisations
    .seats()
    .find(
      (each) =>
        each.id === (seatId ?? owner) && [leadId, ...helperIds].includes(each.organisationId),
    )
  if (seat)
    return {
      organisationId: seat.organisationId,
      seatId: seat.id,
      roundTableId: openTableIn(store)?.id ?? null,
    }
  // Said by the lead, as the form says: what a coordinator's own organisation has to say as a
  // helper is chosen by its seat.
  return own && (leadId === null || own.organisationId === leadId)
    ? own
    : { organisationId: leadId, seatId: null, roundTableId: openTableIn(store)?.id ?? null }
}

/**
 * What someone says for themselves: by the seat that owns it, or as their organisation, which leads
 * or helps. Nothing where it is no business of theirs.
 */
export const saidByThemselves = (
  store: Store,
  { who }: Pick<Visit, 'who'>,
  action: Action,
): { organisationId: number; seatId: number | null; roundTableId: number | null } | undefined => {
  const { leadId, seatId, helperIds } = termsOf(action)
  const held = store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id))
  const isTheirs = [leadId, ...helperIds].includes(who.organisationId)
  const seat =
    held.find((each) => each.id === seatId) ??
    (isTheirs ? held.find((each) => each.organisationId === who.organisationId) : undefined)
  const roundTableId = may.write(who) ? (openTableIn(store)?.id ?? null) : null
  return seat
    ? { organisationId: seat.organisationId, seatId: seat.id, roundTableId }
    : isTheirs
      ? { organisationId: who.organisationId, seatId: null, roundTableId }
      : undefined
}

const LOG_HEAD = [
  'No.',
  'Action',
  'Kind',
  'Who leads',
  'Seat',
  'Who helps',
  'By',
  'Where it stands',
  'What was said last',
  'Last heard on',
  'Closed by the round table',
]

const logRow = (action: Action, names: Names): string[] => {
  const { text, kind, leadId, seatId, helperIds, by } = termsOf(action)
  if (action.depth === 'named')
    return [
      action.number,
      `Held in private. ${action.ground ?? ''}`.trim(),
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]
  const latest = latestOf(action)
  return [
    action.number,
    text,
    say.kind(kind),
    leadId === null ? 'Owner not agreed yet' : names.organisation(leadId),
    names.seat(seatId),
    helperIds.map(names.organisation).join(', '),
    by ?? 'No date agreed yet',
    isProposed(action) ? `Not yet accepted by ${names.publicName(leadId)}` : say.statusOf(action),
    latest.text,
    lastHeardOn(action),
    isOpen(action) ? 'No' : 'Yes',
  ]
}

/**
 * What is mine: led by my seat or my organisation, or helped by it. The minute-taker is never the
 * owner by default (R2).
 */
export const mineOf = (actions: Action[], visit: Pick<Visit, 'who'>): Action[] =>
  actions.filter((action) => {
    const { leadId, seatId, helperIds } = termsOf(action)
    const { seatIds, organisationId, role } = visit.who
    return (
      isOpen(action) &&
      ((seatId !== null
        ? seatIds.includes(seatId)
        : leadId === organisationId && role !== 'observer') ||
        (helperIds.includes(organisationId) && role !== 'observer'))
    )
  })

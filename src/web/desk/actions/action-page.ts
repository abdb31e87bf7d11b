import {
  isFinished,
  isOpen,
  isProposed,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { endsToldOf } from '../../../work/aims.ts'
import { aimsOf, type Reached } from '../../../domain/actions/aims.ts'
import { isAnsweredOf, openWish, takeWishBack } from '../../../domain/actions/pace/wishes.ts'
import { takeBack } from '../../../domain/actions/reporting.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import {
  eventTermsOf,
  hasBeen,
  organisationsAt,
  type Event,
} from '../../../domain/evidence/event.ts'
import { may } from '../../../domain/may.ts'
import { choicesOf, namesOf, titleOfAction } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { readyWordsOf } from '../../words/ready-words.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { ActionsViews } from '../../views/desk/actions.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn, look } from '../names.ts'
import { saidByResidents } from '../residents/verdicts.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { openTableIn } from './open-table.ts'
import { photosFor } from './releasing/visible-photos.ts'
import { heldLines, releaseNote } from './releasing/held-lines.ts'

/** The action of an address, where this person may know of it. */
const findAction = ({ store, params, who }: Visit): Action => {
  const action = store.actions.find(idIn(params.id), who)
  if (!action) throw notFound()
  return action
}

/** What every change of one action has in common: its page, and its page again for what was refused. */
export const ofAction = {
  find: findAction,
  answer: (_visit: Visit, { id }: Action) => to('/desk/actions', id),
  again: (visit: Visit, action: Action, failed: Failed, photosLost = false) => {
    look(visit.store, visit.by, 'action', action)
    return actionPage(visit, action, failed, photosLost)
  },
}

/** The page to read: a look, where the action is named. */
export const showPage = (visit: Visit): Drawn => {
  const action = findAction(visit)
  look(visit.store, visit.by, 'action', action)
  return actionPage(visit, action)
}

const actionPage = (visit: Visit, action: Action, failed?: Failed, photosLost = false): Drawn => {
  const { store, who, query } = visit
  const { leadId, helperIds, seatId } = termsOf(action)
  const concerns = action.concernIds
    .map((id) => store.concerns.find(id, who))
    .filter((each) => each !== undefined)
  const events = store.events.on('action', action.id, who)
  const photos = photosFor(visit, action)
  return view('desk/actions/show', {
    frame: frameOf(visit, titleOfAction(action), 'actions', failed),
    names: namesOf(store),
    namesAt: (at) => namesOf(store, at),
    choices: choicesOf(store, { organisationIds: [leadId, ...helperIds], seatIds: [seatId] }),
    action,
    concerns,
    events,
    aims: aims(visit, action, concerns, events),
    ...whatMayBeDone(visit, action),
    ...whatHangsOn(visit, action),
    openTable: openTableIn(store),
    ready: readyWordsOf(store),
    held: heldLines(visit, action),
    releaseNote: releaseNote(visit, action),
    photosLost,
    photosOf: (updateId) => photos.filter((each) => each.updateId === updateId),
    saved: query.saved ?? '',
  })
}

type ShowAction = ActionsViews['desk/actions/show']

const whatMayBeDone = (
  { who, by, today }: Visit,
  action: Action,
): Pick<ShowAction, (`may${string}` & keyof ShowAction) | 'isAnswered'> => ({
  mayReport: may.report(who, action) && isOpen(action),
  mayAnswer: may.answerFor(who, action),
  mayClose: may.close(who, action),
  mayChange: may.change(who, action),
  mayShow: may.draft(who) && action.depth !== 'named',
  mayAsk: may.ask(who, action) && isOpen(action) && !isFinished(action) && !isProposed(action),
  mayUnask: takeWishBack(action, openWish(action)?.id ?? 0, {
    personId: who.personId,
    at: by.at,
  }).accepted,
  isAnswered: isAnsweredOf(action, today),
  mayTakeBack: (updateId) =>
    takeBack(action, updateId, (update) => may.takeBack(who, action, update)).accepted,
})

const whatHangsOn = (
  { store, who }: Visit,
  { id, depth }: Action,
): Pick<ShowAction, 'programmes' | 'leaflets' | 'said'> => ({
  programmes: store.programmes
    .list(who)
    .filter(({ points }) =>
      points.some((point) => point.steps.some((step) => step.actionId === id)),
    ),
  leaflets: store.leaflets.listOf(
    [...store.glances.leaflets()].filter((each) => each.actionId === id).map((each) => each.id),
    who,
  ),
  said: depth === 'named' ? [] : saidByResidents(store, ({ actionIds }) => actionIds.includes(id)),
})

const aims = (
  { store, today }: Visit,
  action: Action,
  concerns: Concern[],
  events: Event[],
): Reached[] => {
  const { id, roundTableId, depth } = action
  return aimsOf(action, {
    concerns,
    events: events
      .filter((event) => hasBeen(eventTermsOf(event), today))
      .map((event) => ({ organisationIds: organisationsAt(event) })),
    table: roundTableId === null ? undefined : store.roundTables.findById(roundTableId),
    isTold: depth !== 'named' && endsToldOf(store, action.concernIds).has(id),
  })
}

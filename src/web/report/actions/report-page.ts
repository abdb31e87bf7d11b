import {
  acceptanceOf,
  isFinished,
  isOpen,
  isProposed,
  latestOf,
  termsOf,
  type Acceptance,
  type Action,
  type Held,
  type Update,
} from '../../../domain/actions/action.ts'
import { isAnsweredOf, wishOf } from '../../../domain/actions/pace/wishes.ts'
import { sharesOf } from '../../../domain/actions/shares.ts'
import { wordingOf } from '../../../domain/concerns/concern.ts'
import { dayOf, type Day } from '../../../domain/day.ts'
import { CONFLICT } from '../../../domain/decision.ts'
import { monthTitleOf, stateOf } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { namesOf } from '../../../work/names.ts'
import { nextTableOf } from '../../../work/next-table.ts'
import { show } from '../../answer.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { sendPhoto } from '../../files/photos/answer.ts'
import { readyWordsOf } from '../../words/ready-words.ts'
import { to } from '../../to.ts'
import { view, type ReportViews } from '../../views/report.ts'
import type { Drawn } from '../../views/view.ts'
import type { Holder } from '../holder.ts'
import { get } from '../route.ts'
import { backAgain, heldToShow, releaserOf } from './held.ts'
import { restOf } from './rest.ts'

const UNDO_MS = 3_600_000

/** One action, for the seat that the link is for; with the form that was refused on it. */
export const reportPage = (holder: Holder, failed?: Failed, photosLost = false): Drawn => {
  const { store, action, seat, token, today } = holder
  const isLed = leads(holder)
  const own = sharesOf(action).find((part) => part.organisationId === seat.organisationId)
  return view('report/actions/show', {
    token,
    action,
    seat,
    today,
    concerns: saidUnder(store, action),
    table: tableOf(store, action),
    helps: !isLed,
    last: own?.latest ?? null,
    proposed: isProposed(action) && isOpen(action) && isLed,
    mayTakeBackYes: isLed && mayTakeBackYes(holder),
    answer: isLed ? answerToShow(action, today) : null,
    mayReport: isOpen(action),
    finished: isFinished(action),
    names: namesOf(store),
    isAnswered: isAnsweredOf(action, today),
    mayAsk: mayAsk(holder),
    asked: wishOf(action)?.personId === holder.link.personId,
    failed: failed?.form ?? '',
    isSaved: (holder.request.query as { saved?: string }).saved === 'steps' && !failed,
    isUnasked: (holder.request.query as { asked?: string }).asked === 'back',
    isTakenBack: (holder.request.query as { said?: string }).said === 'back' && !failed,
    ...saidBefore(holder),
    nextTable: nextTableOf(store, today),
    others: store.organisations
      .list()
      .filter((each) => each.endedOn === null && each.id !== termsOf(action).leadId),
    ready: readyWordsOf(store),
    photosLost,
    held: heldToShow(holder),
    mayTakeHeldBack: heldToShow(holder)?.said.returned === null,
    releaser: releaserOf(holder),
    errors: (failed?.errors ?? []).filter((each) => each.field !== CONFLICT),
    typed: Object.fromEntries(
      Object.entries((failed?.body ?? backAgain(holder)) as Record<string, unknown>).map(
        ([name, value]) => [name, String(value)],
      ),
    ),
  })
}

/** What was said, and an hour to take it back (R21). */
export const receipt = get('/report/:token/receipt', (holder) => {
  const { store, token, action, reply } = holder
  const held = heldToShow(holder)
  const said = lastSaid(holder, held?.said)
  if (!said) return reply.redirect(to('/report', token), 303)
  return show(
    reply,
    view('report/actions/receipt', {
      token,
      action,
      said,
      photos: store.photos.ofUpdates([said.id]),
      nextTable: nextTableOf(store, holder.today),
      meets: store.roundTables.list().some((each) => stateOf(each) === 'open'),
      isFresh: dayOf(said.at) === holder.today,
      rest: restOf(holder),
      releaser: said === held?.said ? held.releaser : '',
      mayUndo: mayUndo(holder, said) || said === held?.said,
      table: tableOf(store, action),
    }),
  )
})

/** A photo of what this person said by this link's seat, and of nothing else. */
export const photoOfMine = get('/report/:token/photos/:photoId', (holder) => {
  const { store, action, params } = holder
  const mine = [...action.updates, ...action.held].filter((update) => isMine(holder, update))
  const photo = store.photos
    .ofUpdates(mine.map((each) => each.id))
    .find((each) => String(each.id) === params.photoId)
  if (!photo) throw notFound()
  return sendPhoto(holder, photo)
})

/** The link is for a seat of the organisation that leads, and not of one that helps. */
export const leads = ({ action, seat }: Holder): boolean =>
  termsOf(action).leadId === seat.organisationId

/** R5: whoever leads it may ask the table for another date or lead. */
export const mayAsk = (holder: Holder): boolean =>
  leads(holder) && isOpen(holder.action) && !isFinished(holder.action) && !isProposed(holder.action)

/** An update of theirs that is not an hour old. */
export const mayUndo = (holder: Holder, update: Update): boolean =>
  isMine(holder, update) &&
  update.takenBackAt === null &&
  isOpen(holder.action) &&
  isFresh(holder, update.at)

/** ... and a yes. */
export const mayTakeBackYes = (holder: Holder): boolean => {
  const last = acceptanceOf(holder.action)
  return (
    last !== undefined &&
    last.accepted &&
    last.personId === holder.link.personId &&
    isFresh(holder, last.at) &&
    isOpen(holder.action)
  )
}

const isFresh = ({ at }: Holder, saidAt: string): boolean =>
  Date.parse(at) - Date.parse(saidAt) < UNDO_MS

const isMine = ({ link }: Holder, update: Update): boolean =>
  update.personId === link.personId && update.seatId === link.seatId

/**
 * What this person said last by this link's seat, whether it can still be taken back, and what was
 * said for the lead since.
 */
const saidBefore = (
  holder: Holder,
): Pick<
  ReportViews['report/actions/show'],
  'said' | 'isSaidSince' | 'hasReceipt' | 'maySayBack' | 'since'
> => {
  const { action, link } = holder
  const said = lastOfMine(holder)
  const latest = latestOf(action)
  const isLater = said !== undefined && latest.id > said.id && leads(holder)
  return {
    said: said ?? null,
    isSaidSince: said !== undefined && said.at >= link.at && heldToShow(holder) === null,
    hasReceipt: lastSaid(holder, undefined) !== undefined,
    maySayBack: said !== undefined && mayUndo(holder, said),
    since: isLater ? latest : null,
  }
}

const lastOfMine = (holder: Holder): Update | undefined =>
  holder.action.updates
    .slice(1)
    .findLast((update) => isMine(holder, update) && update.takenBackAt === null)

/** There is no receipt for what was taken back, and none of an older one in its place. */
const lastSaid = (holder: Holder, held: Held | undefined): Update | undefined => {
  if (held) return held.returned === null ? held : undefined
  const last = holder.action.updates.slice(1).findLast((update) => isMine(holder, update))
  return last?.takenBackAt === null ? last : undefined
}

/** What they declined, until they accept; that they accepted, for the day. */
const answerToShow = (action: Action, today: Day): Acceptance | null => {
  const last = acceptanceOf(action)
  return last && (!last.accepted || dayOf(last.at) === today) ? last : null
}

/** R11: nothing of what is held in private. */
const saidUnder = (store: Store, { concernIds }: Action): string[] =>
  store.concerns
    .listUnfiltered(concernIds)
    .filter((concern) => concern.depth !== 'named' && concern.takenOutAt === null)
    .map((concern) => wordingOf(concern).text)

const tableOf = (store: Store, { roundTableId }: Action): string | null => {
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return table ? monthTitleOf(table) : null
}

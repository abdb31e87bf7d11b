import { z } from 'zod'
import { acceptanceOf, isOpen, STATUSES, termsOf } from '../../../domain/actions/action.ts'
import { answerProposal } from '../../../domain/actions/agreement.ts'
import { report, takeBack } from '../../../domain/actions/reporting.ts'
import { accept, CONFLICT, refuse, type Decision } from '../../../domain/decision.ts'
import { takeBackUpdate } from '../../../work/actions/take-back.ts'
import { show } from '../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { readSent, withoutPhotos, withWrong, type Sent } from '../../files/photos/sent.ts'
import { whenDone, words } from '../../forms.ts'
import { HOUR } from '../../limits.ts'
import { withReadyWords } from '../../words/ready-words.ts'
import { to } from '../../to.ts'
import { holderOf, type Holder } from '../holder.ts'
import { change, first, page, type Route } from '../route.ts'
import { askFromLink, wishReceipt, unaskFromLink } from './pace/wishes.ts'
import { stepsFromLink } from './pace/steps.ts'
import { renewLink } from './renewal.ts'
import { heldToShow, releaserIdOf } from './held.ts'
import { leads, mayTakeBackYes, mayUndo, photoOfMine, receipt, reportPage } from './report-page.ts'

const reportForm = ({ today }: Holder) =>
  z.strictObject({
    status: z.enum(STATUSES, 'Choose where it has got to'),
    text: words(2000),
    waitingFor: words(200),
    on: whenDone(today),
  })
const AnswerForm = z.strictObject({ words: words(1000) })
const UndoForm = z.strictObject({
  updateId: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** The door has found the action by the link, and let in who holds it. */
const ofReport = {
  find: nothing,
  allow: byPolicy,
  answer: ({ token }: Holder) => to('/report', token),
  again: (holder: Holder, _found: unknown, failed: Failed) => reportPage(holder, failed),
}

/** Many more than an owner has to say of one action in a day, and an end to whoever has their link. */
const MOST_A_DAY = 20
const TOO_MANY =
  'Very much was sent by this link today. Keep your words, and send them tomorrow, or sign in and say it on your desk'

/** With the photos of the form, as they were read. */
const sendFromLink = (photos: Sent['photos']): Route =>
  change('/report/:token', {
    ...ofReport,
    name: 'report',
    form: (holder) => reportForm(holder),
    decide: ({ action, link, isTooMuch }, _, { status, text, waitingFor, on }) => {
      const said = report(action, {
        status,
        text,
        waitingFor: waitingFor || null,
        on: status === 'done' ? on : null,
      })
      const decision = 'wrong' in photos ? withWrong(said, photos.wrong) : said
      // The table closed it while they were writing (R23).
      if (!isOpen(action)) return asConflict(decision)
      const isOneTooMany =
        decision.accepted && isTooMuch('report', String(link.id), MOST_A_DAY, 24 * HOUR)
      return isOneTooMany ? refuse('text', TOO_MANY) : decision
    },
    record: (holder, _, said) => {
      const { store, action, seat, by } = holder
      const from = { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null }
      return store.actions.recordUpdate(action.id, said, from, by, {
        waitsForId: releaserIdOf(holder),
        photos: 'wrong' in photos ? [] : photos,
      })
    },
    answer: ({ token }) => to('/report', token, 'receipt'),
  })

/** ... or the ready-made words that they chose, in the box: nothing is sent yet (R20). */
const reportFromLink: Route = {
  method: 'post',
  path: '/report/:token',
  photos: true,
  first,
  handler: async (atDoor) => {
    const { store, reply } = atDoor
    const holder = holderOf(atDoor)
    const { body: typed, count } = withoutPhotos(atDoor.body)
    if (typeof holder === 'string') return sendFromLink([]).handler({ ...atDoor, body: typed })
    const body = withReadyWords(store, typed)
    if (body !== null)
      return show(reply, reportPage(holder, { form: 'report', errors: [], body }, count > 0))
    const sent = await readSent(atDoor.body)
    return sendFromLink(sent.photos).handler({ ...atDoor, body: sent.body })
  },
}

const asConflict = <T>(decision: Decision<T>): Decision<T> =>
  decision.accepted
    ? decision
    : { accepted: false, refusals: [{ field: CONFLICT, reason: '' }, ...decision.refusals] }

const answerFromLink = (noun: 'acceptance' | 'declining'): Route =>
  change(`/report/:token/${noun}`, {
    ...ofReport,
    name: 'answer',
    form: AnswerForm,
    decide: (holder, _, form) => {
      const isYes = noun === 'acceptance'
      if (!leads(holder)) return refuse('words', 'Only the organisation that leads can answer this')
      return isAnswered(holder, isYes, form.words)
        ? accept(null)
        : answerProposal(holder.action, isYes, form.words, mayTakeBackYes(holder))
    },
    record: ({ store, action, by }, _, answer) => {
      if (answer) store.actions.recordAnswer(action.id, termsOf(action).id, answer, by)
    },
  })

/** A second tap on the same button says nothing new. */
const isAnswered = ({ action }: Holder, isYes: boolean, said: string): boolean => {
  const last = acceptanceOf(action)
  return last !== undefined && last.accepted === isYes && (isYes || last.words === said)
}

const undoFromLink = change('/report/:token/undoing', {
  ...ofReport,
  name: 'undoing',
  form: UndoForm,
  answer: ({ token }) => to('/report', token, { said: 'back' }),
  decide: (holder, _, { updateId }) =>
    takeBack(
      holder.action,
      updateId,
      (update) => mayUndo(holder, update) || heldToShow(holder)?.said.id === update.id,
    ),
  record: ({ store, action, by }, _, update) => takeBackUpdate(store, action.id, update.id, by),
})

/**
 * `/report/{token}`: an owner says where one action stands, in ten seconds and without signing in;
 * a receipt, and an hour to take it back (R21).
 */
export const reportRoutes: readonly Route[] = [
  page('/report/:token', (holder) => reportPage(holder)),
  reportFromLink,
  answerFromLink('acceptance'),
  answerFromLink('declining'),
  receipt,
  photoOfMine,
  undoFromLink,
  askFromLink,
  wishReceipt,
  unaskFromLink,
  stepsFromLink,
  renewLink,
]

import { z } from 'zod'
import { STATUSES, type Action } from '../../../domain/actions/action.ts'
import { close, reopen } from '../../../domain/actions/closing.ts'
import { report, takeBack } from '../../../domain/actions/reporting.ts'
import type { Day } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { takeBackUpdate } from '../../../work/actions/take-back.ts'
import { show } from '../../answer.ts'
import { NothingTyped } from '../../change.ts'
import { notAllowed } from '../../errors.ts'
import { readSent, withoutPhotos, withWrong, type Sent } from '../../files/photos/sent.ts'
import { maybeId, whenDone, words } from '../../forms.ts'
import { withReadyWords } from '../../words/ready-words.ts'
import { to } from '../../to.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { ofAction } from './action-page.ts'
import { openTableIn } from './open-table.ts'
import { releaserOf, saidBy } from './said-by.ts'

const updateForm = (today: Day) =>
  z.strictObject({
    status: z.enum(STATUSES, 'Choose where it has got to'),
    text: words(2000),
    waitingFor: words(200),
    on: whenDone(today),
    seatId: maybeId(),
  })
const ReasonForm = z.strictObject({ reason: words(500) })

/** Where it has got to, said by a seat. */
const sendUpdate = (photos: Sent['photos']) =>
  change('/desk/actions/:id/updates', 'matter', {
    ...ofAction,
    name: 'update',
    keepsWords: true,
    allow: ({ who }, action) => may.report(who, action),
    form: ({ today }) => updateForm(today),
    decide: (_visit, action, { status, text, waitingFor, on }) => {
      const said = report(action, { status, text, waitingFor: waitingFor || null, on })
      return 'wrong' in photos ? withWrong(said, photos.wrong) : said
    },
    record: (visit, action, said, { seatId }) => {
      const from = saidBy(visit, action, seatId)
      const waits = releaserOf(visit, action, from)
      visit.store.actions.recordUpdate(action.id, said, from, visit.by, {
        waitsForId: waits,
        photos: 'wrong' in photos ? [] : photos,
      })
      return waits
    },
    answer: (_visit, { id }, waits) =>
      to('/desk/actions', id, { saved: waits === null ? 'yes' : 'waits' }),
  })

/** ... or the ready-made words that they chose, in the box: nothing is sent yet (R20). */
export const reportOnAction: Route = {
  ...sendUpdate([]),
  photos: true,
  first: (visit) => void mayReportOn(visit),
  handler: async (visit) => {
    const action = mayReportOn(visit)
    const { body: typed, count } = withoutPhotos(visit.body)
    const body = withReadyWords(visit.store, typed)
    if (body !== null)
      return show(
        visit.reply,
        ofAction.again(visit, action, { form: 'update', errors: [], body }, count > 0),
      )
    const sent = await readSent(visit.body)
    return sendUpdate(sent.photos).handler({ ...visit, body: sent.body })
  },
}

const mayReportOn = (visit: Visit): Action => {
  const action = ofAction.find(visit)
  if (!may.report(visit.who, action)) throw notAllowed()
  return action
}

/** ... and taken back by whoever said it. */
export const takeUpdateBack = change('/desk/actions/:id/updates/:updateId/taking-back', 'matter', {
  ...ofAction,
  name: 'taking-back',
  allow: ({ who }, action) => may.report(who, action),
  form: NothingTyped,
  decide: ({ who, params }, action) =>
    takeBack(action, idIn(params.updateId), (update) => may.takeBack(who, action, update)),
  record: ({ store, by }, { id }, update) => takeBackUpdate(store, id, update.id, by),
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'taken' }),
})

/** The table agrees that it is closed, or a coordinator between two (R3). */
export const closeAction = change('/desk/actions/:id/closing', 'matter', {
  ...ofAction,
  name: 'closing',
  allow: ({ who }, action) => may.close(who, action),
  form: NothingTyped,
  decide: (_visit, action) => close(action),
  record: ({ store, by }, { id }) =>
    store.actions.recordClosing(id, openTableIn(store)?.id ?? null, by),
})

/** ... and opened again, with a reason. */
export const reopenAction = change('/desk/actions/:id/reopening', 'matter', {
  ...ofAction,
  name: 'reopening',
  keepsWords: true,
  allow: ({ who }, action) => may.close(who, action),
  form: ReasonForm,
  decide: (_visit, action, { reason }) => reopen(action, reason),
  record: ({ store, by }, { id }, closing, { reason }) =>
    store.actions.recordReopening(id, closing.id, reason, by),
})

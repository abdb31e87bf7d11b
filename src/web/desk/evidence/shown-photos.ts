import { z } from 'zod'
import type { Action } from '../../../domain/actions/action.ts'
import {
  RECOGNISED,
  showPhoto,
  takeBackPhoto,
  type Photo,
  type ShownPhoto,
} from '../../../domain/actions/photo.ts'
import type { Day } from '../../../domain/day.ts'
import { refuse } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { liveDraftOf, type Publication } from '../../../domain/publishing/publication.ts'
import { WITHDRAWAL_GROUNDS } from '../../../domain/publishing/approval.ts'
import { endShown } from '../../../work/publishing/take-down.ts'
import { choicesOf, namesOf, titleOfAction } from '../../../work/names.ts'
import { isTold } from '../../../work/publishing/take-down.ts'
import { NothingTyped, type Failed } from '../../change.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { sendPicture } from '../../files/photos/answer.ts'
import { madeSmall, type ReadPhoto } from '../../files/photos/photo.ts'
import { maybeId, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { findPhoto } from '../actions/releasing/update-photos.ts'
import { look } from '../names.ts'
import { whoIsNotHere } from '../privacy.ts'
import { findPublication } from '../publishing/find-publication.ts'
import { change, frameOf, get, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

interface Found {
  action: Action
  photo: Photo
}

const showingForm = (today: Day) =>
  z.strictObject({
    concernId: maybeId(),
    alt: words(300),
    recognised: z.enum(['', ...RECOGNISED]).default(''),
    askedById: maybeId(),
    use: words(200),
    until: when(today),
  })

/** Where it may stand: entries that are public now and tell of its action. */
const entriesFor = ({ store }: Visit, { id, depth }: Action): Publication[] => {
  if (depth === 'named') return []
  const near = [...store.glances.told()].filter(
    (each) => each.kind === 'entry' && each.isTold && each.actionIds.includes(id),
  )
  return store.publications
    .listOf(near.map((each) => each.id))
    .filter((each) => isTold(each) && liveDraftOf(each)?.coversIds.includes(id))
}

const shownOf = ({ store }: Visit, { id }: Photo) => {
  const shown = store.shownPhotos.ofPhoto(id)
  const publication = shown && store.publications.findFor({ kind: 'photo', shownPhotoId: shown.id })
  return shown && publication ? { shown, publication, isPublic: isTold(publication) } : null
}

const showingPage = (visit: Visit, { action, photo }: Found, failed?: Failed): Drawn => {
  const { store, by } = visit
  look(store, by, 'action', action)
  return view('desk/evidence/shown-photos/show', {
    frame: frameOf(visit, 'Show this photo to residents', 'actions', failed),
    names: namesOf(store),
    choices: choicesOf(store),
    action: { id: action.id, text: titleOfAction(action) },
    photo,
    at: ['/desk/actions', action.id, 'photos', photo.id],
    entries: entriesFor(visit, action).map((each) => {
      const live = liveDraftOf(each)!.words
      return { id: each.concernId!, text: 'said' in live ? live.said : '' }
    }),
    told: shownOf(visit, photo),
  })
}

/** A photo that whoever drafts may put forward: it counts, and is not held in private. */
const findToShow = (visit: Visit): Found => {
  const found = findPhoto(visit)
  if (!may.draft(visit.who)) throw notAllowed()
  if (!found.action.updates.some((each) => each.id === found.photo.updateId)) throw notFound()
  return found
}

const putForward = (small: ReadPhoto) =>
  change('/desk/actions/:id/photos/:photoId/showing', 'matter', {
    name: 'showing',
    keepsWords: true,
    find: findToShow,
    allow: ({ who }) => may.draft(who),
    form: ({ today }) => showingForm(today),
    decide: (visit, { action, photo }, form) => {
      const told = shownOf(visit, photo)
      if (told?.shown.endedAt === null && !told.publication.withdrawal)
        return refuse('alt', 'It is on its way already. Change its words there')
      const absent = form.askedById === null ? [] : whoIsNotHere(visit.store, [form.askedById])
      if (absent.length)
        return {
          accepted: false,
          refusals: absent.map(({ reason }) => ({ field: 'askedById', reason })),
        }
      const entries = entriesFor(visit, action).map((each) => each.concernId!)
      return showPhoto(form, entries, visit.today)
    },
    record: ({ store, today, by }, { photo }, { alt, concernId, consent }) => {
      const id = store.shownPhotos.record({ photoId: photo.id, concernId, consent }, small, by)
      const subject = { kind: 'photo', concernId, shownPhotoId: id }
      const drafted = store.sources.write(subject, (field) => (field === 'alt' ? alt : ''), today)
      if (!drafted?.accepted) throw notFound()
      return store.publications.record(subject, drafted.value.words, drafted.value.coversIds, by)
    },
    answer: (_visit, _found, id) => to('/desk/entries', id),
    again: showingPage,
  })

/** The picture is made small before anything is found: nothing is awaited between the moves. */
const showIt: Route = {
  ...putForward({ bytes: Buffer.alloc(0), width: 0, height: 0 }),
  handler: async (visit) => {
    const { photo } = findToShow(visit)
    const bytes = visit.store.photos.bytes(photo.id)
    if (!bytes) throw notFound()
    return putForward(await madeSmall(bytes)).handler(visit)
  },
}

const takeItBack = change('/desk/actions/:id/photos/:photoId/taking-back', 'matter', {
  name: 'photo',
  find: findToShow,
  allow: ({ who }) => may.draft(who),
  form: NothingTyped,
  decide: ({ store }, { photo }) => takeBackPhoto(store.shownPhotos.ofPhoto(photo.id)),
  record: ({ store, by }, _found, shown: ShownPhoto) =>
    endShown(store, shown.id, WITHDRAWAL_GROUNDS[0], by),
  answer: (_visit, { action, photo }) =>
    to('/desk/actions', action.id, 'photos', photo.id, 'showing'),
  again: (visit, found, failed) => showingPage(visit, found, { ...failed, body: {} }),
})

/** The very picture that is approved, for whoever reads its words (R13). */
const showPicture = get('/desk/entries/:id/picture', 'matter', (visit) => {
  const { shownPhotoId } = findPublication(visit.store, visit)
  const bytes = shownPhotoId === null ? null : visit.store.shownPhotos.bytes(shownPhotoId)
  return sendPicture(visit.reply, bytes, `photo-${shownPhotoId}.jpg`)
})

/**
 * A photo of what was done, put forward to be shown beside an entry: looked at for faces, told like
 * an entry, gone in one step (R18).
 */
export const shownPhotosRoutes: readonly Route[] = [
  page('/desk/actions/:id/photos/:photoId/showing', 'matter', (visit) =>
    showingPage(visit, findToShow(visit)),
  ),
  showIt,
  takeItBack,
  showPicture,
]

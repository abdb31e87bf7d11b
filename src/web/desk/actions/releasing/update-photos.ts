import type { Action } from '../../../../domain/actions/action.ts'
import type { Photo } from '../../../../domain/actions/photo.ts'
import { may } from '../../../../domain/may.ts'
import { accept } from '../../../../domain/decision.ts'
import { takeOutPhoto } from '../../../../work/actions/take-back.ts'
import { NothingTyped } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { sendPhoto } from '../../../files/photos/answer.ts'
import { idIn, look } from '../../names.ts'
import { change, get, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { ofAction } from '../action-page.ts'
import { photosFor } from './visible-photos.ts'

/** A photo that this person may see, with its action; a 404 is thrown. */
export const findPhoto = (visit: Visit): { action: Action; photo: Photo } => {
  const action = ofAction.find(visit)
  const id = idIn(visit.params.photoId)
  const photo = photosFor(visit, action).find((each) => each.id === id)
  if (!photo) throw notFound()
  return { action, photo }
}

const showPhoto = get('/desk/actions/:id/photos/:photoId', 'matter', (visit) => {
  const { action, photo } = findPhoto(visit)
  look(visit.store, visit.by, 'action', action)
  return sendPhoto(visit, photo)
})

/**
 * Taken out by whoever sent it, or by a coordinator: the picture is gone from the record, and from
 * the board.
 */
const endPhoto = change('/desk/actions/:id/photos/:photoId/ending', 'matter', {
  name: 'photo',
  find: findPhoto,
  allow: ({ who }, { action, photo }) => {
    const update = [...action.updates, ...action.held].find((each) => each.id === photo.updateId)!
    return may.change(who, action) || may.takeBack(who, action, update)
  },
  form: NothingTyped,
  decide: (_visit, { photo }) => accept(photo),
  record: ({ store, by }, { action }, photo) => takeOutPhoto(store, action.id, photo.id, by),
  answer: (visit, { action }) => ofAction.answer(visit, action),
  again: (visit, { action }, failed) => ofAction.again(visit, action, failed),
})

/** Photos of updates, as private as the action that they hang on (R9). */
export const updatePhotosRoutes: readonly Route[] = [showPhoto, endPhoto]

import { z } from 'zod'
import type { Action, Held, Update } from '../../../domain/actions/action.ts'
import { findWaiting, sendBack, waitingIn } from '../../../domain/actions/releasing/held.ts'
import type { By } from '../../../store/journal.ts'
import { namesOf } from '../../../work/names.ts'
import { mayRelease } from '../../../work/releasing/waiting.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { sendPhoto } from '../../files/photos/answer.ts'
import { typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/report.ts'
import type { Drawn } from '../../views/view.ts'
import type { AtDoor } from '../holder.ts'
import { forWhoHolds, type Gone, type Route } from '../route.ts'

/** Someone who opened the link of a letter: one update that waits for the seat they hold. */
interface Releaser extends AtDoor {
  token: string
  action: Action
  said: Update | Held
  by: By
}

/**
 * The link dies when somebody else releases now, and when the matter becomes private. What they
 * released or sent back stays to be read.
 */
const releaserBy = (atDoor: AtDoor): Releaser | Gone => {
  const { store, params, at } = atDoor
  const token = params.token!
  const link = store.releases.findLink(token)
  const [action] = link ? store.actions.listUnfiltered([link.actionId]) : []
  if (!link || !action || action.depth === 'named' || action.takenOutAt !== null) return gone(404)
  const by = { personId: link.personId, at }
  const held = action.held.find((each) => each.id === link.updateId)
  const said = held ?? action.updates.find((each) => each.id === link.updateId)
  const isTheirs =
    store.releases.endOf(link.updateId)?.personId === link.personId ||
    (held !== undefined && mayRelease(store, action, held, by))
  if (!said || !isTheirs || store.people.find(link.personId)?.endedAt !== null) return gone(404)
  return link.expiresAt <= at ? gone(410) : { ...atDoor, token, action, said, by }
}

const gone = (code: 404 | 410): Gone => ({
  gone: code,
  draw: (unsent) => view('report/actions/release-gone', { isOld: code === 410, unsent }),
})

const { get, page, change } = forWhoHolds(releaserBy)

const releasePage = ({ store, token, action, said }: Releaser, failed?: Failed): Drawn => {
  const names = namesOf(store)
  const held = action.held.find((each) => each.id === said.id)
  return view('report/actions/release', {
    token,
    action,
    said,
    photos: store.photos.ofUpdates([said.id]),
    from: said.seatId ? names.seat(said.seatId) : names.organisation(said.organisationId),
    state: held === undefined ? 'released' : stateOf(action, held),
    returned: held?.returned ?? null,
    errors: failed?.errors ?? [],
    typed: String(typedIn(failed?.body).words ?? ''),
  })
}

const stateOf = (action: Action, held: Held): 'waits' | 'returned' | 'over' => {
  if (held.returned !== null) return 'returned'
  return waitingIn(action).includes(held) ? 'waits' : 'over'
}

const ofRelease = {
  find: nothing,
  allow: byPolicy,
  answer: ({ token }: Releaser) => to('/release', token),
  again: (releaser: Releaser, _nothing: unknown, failed: Failed) => releasePage(releaser, failed),
}

const release = change('/release/:token', {
  ...ofRelease,
  name: 'release',
  form: NothingTyped,
  decide: ({ action, said }) => findWaiting(action, said.id),
  record: ({ store, action, by }, _nothing, held) =>
    store.releases.recordRelease(action.id, held.id, by),
})

const returnIt = change('/release/:token/return', {
  ...ofRelease,
  name: 'return',
  form: z.strictObject({ words: words(1000) }),
  decide: ({ action, said }, _nothing, form) => sendBack(action, said.id, form.words),
  record: ({ store, action, by }, _nothing, { held, words: why }) =>
    store.releases.recordReturn(action.id, held.id, why, by),
})

const photo = get('/release/:token/photos/:photoId', (releaser) => {
  const { store, said, params } = releaser
  const found = store.photos.ofUpdates([said.id]).find((each) => String(each.id) === params.photoId)
  if (!found) throw notFound()
  return sendPhoto(releaser, found)
})

/**
 * `/release/{token}`: a supervisor reads what an owner of theirs says and releases it, or sends it
 * back with a word, without signing in; opening it changes nothing (R21).
 */
export const releaseRoutes: readonly Route[] = [
  page('/release/:token', releasePage),
  release,
  returnIt,
  photo,
]

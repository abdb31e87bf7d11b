import { z } from 'zod'
import type { Action } from '../../../../domain/actions/action.ts'
import { findWaiting, sendBack } from '../../../../domain/actions/releasing/held.ts'
import { mayRelease } from '../../../../work/releasing/waiting.ts'
import { NothingTyped } from '../../../change.ts'
import { words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { ofAction } from '../action-page.ts'

/** The seat that an update waited for may release it, and send it back; nobody else. */
const bySeat = {
  ...ofAction,
  allow: ({ store, by, params }: Visit, action: Action): boolean => {
    const held = action.held.find((each) => each.id === idIn(params.updateId))
    return held !== undefined && mayRelease(store, action, held, by)
  },
}

const release = change('/desk/actions/:id/updates/:updateId/release', 'matter', {
  ...bySeat,
  name: 'release',
  form: NothingTyped,
  decide: ({ params }, action) => findWaiting(action, idIn(params.updateId)),
  record: ({ store, by }, { id }, held) => store.releases.recordRelease(id, held.id, by),
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'released' }),
})

const returnIt = change('/desk/actions/:id/updates/:updateId/return', 'matter', {
  ...bySeat,
  name: 'return',
  keepsWords: true,
  form: z.strictObject({ words: words(1000) }),
  decide: ({ params }, action, form) => sendBack(action, idIn(params.updateId), form.words),
  record: ({ store, by }, { id }, { held, words: why }) =>
    store.releases.recordReturn(id, held.id, why, by),
  answer: (_visit, { id }) => to('/desk/actions', id, { saved: 'returned' }),
})

/** A supervisor reads what an owner of theirs says, before it counts. */
export const releasesRoutes: readonly Route[] = [release, returnIt]

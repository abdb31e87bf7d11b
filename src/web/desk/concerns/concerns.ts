import { agree } from '../../../domain/actions/agreement.ts'
import { z } from 'zod'
import { raise, reword, wordingOf } from '../../../domain/concerns/concern.ts'
import { split } from '../../../domain/concerns/joining.ts'
import { accept, type Refusal } from '../../../domain/decision.ts'
import { privacyRefusals } from '../../../domain/depth.ts'
import { may } from '../../../domain/may.ts'
import { holdConcern, type Privacy } from '../../../work/hold-in-private.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { maybeId, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { cappedAnd } from '../capped.ts'
import { linesOf, look, saying } from '../names.ts'
import { privacyFields, privacyIn, whoIsNotHere } from '../privacy.ts'
import { change, conflictPage, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { agreeForm, concernForm } from './concern-forms.ts'
import { concernPage, findConcern, lookAtConcern, ofConcern } from './concern-page.ts'

const WordingForm = z.strictObject({
  text: words(),
  themeId: maybeId(),
  furtherThemeIds: someIds(),
  areaId: maybeId(),
  basedOn: z.string().transform(Number),
  reason: words(300),
})
const DepthForm = z.strictObject(privacyFields)
const TextForm = z.strictObject({ text: words() })

const listPage = (visit: Visit): Drawn => {
  const { store, who, today } = visit
  const q = [...(visit.query.q ?? '')].slice(0, 100).join('')
  const seen = [...store.glances.concerns()]
    .filter((each) => !each.isTakenOut && each.mergedIntoId === null && may.see(who, each))
    .toReversed()
  const found = saying(visit, 'concern', seen, q).map((each) => each.id)
  const { shown, more } = cappedAnd(visit, found, (some) =>
    linesOf(store, store.concerns.listOf(some, who), who, today),
  )
  return view('desk/concerns/index', {
    frame: frameOf(visit, 'Concerns', 'concerns'),
    names: namesOf(store),
    lines: shown,
    more,
    mayWrite: may.write(who),
    q,
  })
}

const newPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/concerns/new', {
    frame: frameOf(visit, 'Write down a concern', 'concerns', failed),
    choices: choicesOf(visit.store),
  })

const showPage = (visit: Visit): Drawn => {
  const concern = findConcern(visit)
  lookAtConcern(visit, concern)
  return concernPage(visit, concern)
}

/** After a change, its page; the list, for whoever has just put it out of their own sight. */
const onwardTo = (visit: Visit, id: number, { depth, list }: Privacy): string =>
  depth === 'named' && !list.includes(visit.who.personId)
    ? '/desk/concerns'
    : to('/desk/concerns', id)

const raiseConcern = change('/desk/concerns', 'write', {
  name: 'raise',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: ({ today }) => concernForm(today),
  decide: ({ store, today }, _, { ground, originNote, raisedOn, held: _held, ...said }) => {
    const absent = whoIsNotHere(store, said.list)
    if (absent.length) return { accepted: false, refusals: absent }
    return raise(
      {
        ...said,
        raisedOn: raisedOn ?? today,
        originNote: originNote || null,
        ground: ground || null,
      },
      today,
    )
  },
  record: ({ store, by }, _, raised) => ({
    raised,
    id: store.concerns.record(raised, { roundTableId: null, splitFromId: null }, by),
  }),
  answer: (visit, _, { raised, id }) => onwardTo(visit, id, raised),
  again: (visit, _, failed) => newPage(visit, failed),
})

const rewordConcern = change('/desk/concerns/:id/wordings', 'matter', {
  ...ofConcern,
  name: 'wording',
  keepsWords: true,
  form: WordingForm,
  decide: (_visit, concern, { basedOn, ...form }) => reword(concern, form, basedOn),
  record: ({ store, by }, { id }, worded) =>
    store.concerns.recordWording(id, { ...worded, reason: worded.reason || null }, by),
  conflict: (visit, concern, { text }) => {
    look(visit.store, visit.by, 'concern', concern)
    return conflictPage(visit, 'concerns', {
      reason:
        'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
      theirs: wordingOf(concern).text,
      yours: text,
      back: to('/desk/concerns', concern.id),
    })
  },
})

const setDepth = change('/desk/concerns/:id/depth', 'matter', {
  ...ofConcern,
  name: 'depth',
  form: DepthForm,
  decide: ({ store }, _concern, form) => {
    const privacy = privacyIn(form)
    const refusals: Refusal[] = [...privacyRefusals(privacy), ...whoIsNotHere(store, form.list)]
    return refusals.length ? { accepted: false, refusals } : accept(privacy)
  },
  record: ({ store, by }, { id }, privacy) => {
    holdConcern(store, id, privacy, by)
    return privacy
  },
  answer: (visit, { id }, privacy) => onwardTo(visit, id, privacy),
})

const splitConcern = change('/desk/concerns/:id/splitting', 'matter', {
  ...ofConcern,
  name: 'splitting',
  keepsWords: true,
  form: TextForm,
  decide: (_visit, concern, { text }) => split(concern, text),
  record: ({ store, by }, { id, roundTableId }, part) =>
    store.concerns.record(part, { roundTableId, splitFromId: id }, by),
  answer: (_visit, _concern, id) => to('/desk/concerns', id),
})

const agreeAction = change('/desk/concerns/:id/actions', 'matter', {
  ...ofConcern,
  name: 'agree',
  keepsWords: true,
  form: (visit) => agreeForm(visit),
  decide: ({ who }, concern, form) => {
    // Between tables nobody sits there to agree, so another organisation's action waits until its
    // seat accepts (R6).
    const decision = agree(form, (id) => id === who.organisationId)
    if (!decision.accepted) return decision
    // Under a named concern an action is held by the concern's own list, so that whoever may know
    // the one may know the other.
    const isHeld = form.held && concern.depth !== 'named'
    const privacy: Privacy = {
      depth: isHeld ? 'named' : 'table',
      ground: isHeld ? form.ground || null : null,
      list: [who.personId],
    }
    const refusals = privacyRefusals(privacy)
    return refusals.length
      ? { accepted: false, refusals }
      : accept({ agreed: decision.value, privacy })
  },
  record: ({ store, by }, { id }, { agreed, privacy }) =>
    store.actions.record(agreed, { roundTableId: null, concernIds: [id], ...privacy }, by),
})

/**
 * Concerns: written down any day, reworded, joined, split, and held in private where they must be.
 */
export const concernsRoutes: readonly Route[] = [
  page('/desk/concerns', 'read', listPage),
  page('/desk/concerns/new', 'write', (visit) => newPage(visit)),
  raiseConcern,
  page('/desk/concerns/:id', 'matter', showPage),
  rewordConcern,
  setDepth,
  splitConcern,
  agreeAction,
]

import { z } from 'zod'
import type { Day } from '../../../../domain/day.ts'
import { accept, refuse } from '../../../../domain/decision.ts'
import {
  programmeTermsOf,
  rewriteProgramme,
  writeProgramme,
} from '../../../../domain/evidence/programme.ts'
import { planUnrecorded } from '../../../../domain/evidence/unrecorded-session.ts'
import { may } from '../../../../domain/may.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { byPolicy, nothing, type Failed } from '../../../change.ts'
import { ticked, when } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { privacyIn } from '../../privacy.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { bothTexts, holds, onwardTo, privacyAtFirst, privacyProblems } from '../matters.ts'
import { linesOfProgramme, newProgrammeForm, programmeForm } from './programme-form.ts'
import { findProgramme, lookAtProgramme, ofProgramme, programmePage } from './programme-page.ts'

const sessionForm = (today: Day) => z.strictObject({ heldOn: when(today, 'behind') })
const AlumnusForm = z.strictObject({ agreed: ticked() })

const listPage = (visit: Visit): Drawn =>
  view('desk/evidence/programmes/index', {
    frame: frameOf(visit, 'Programmes', 'events'),
    names: namesOf(visit.store),
    programmes: visit.store.programmes.list(visit.who),
    mayWrite: may.write(visit.who),
  })

const newPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/evidence/programmes/new', {
    frame: frameOf(visit, 'Write down a programme', 'events', failed),
    choices: choicesOf(visit.store),
  })

const showPage = (visit: Visit): Drawn => {
  const programme = findProgramme(visit)
  lookAtProgramme(visit, programme)
  return programmePage(visit, programme)
}

const addProgramme = change('/desk/programmes', 'write', {
  name: 'terms',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: newProgrammeForm,
  decide: ({ store }, _, { depth, ground, list, held: _held, ...written }) => {
    const refusals = privacyProblems(store, privacyIn({ depth, ground, list }))
    return refusals.length ? { accepted: false, refusals } : writeProgramme(written)
  },
  record: ({ store, by }, _, written, form) =>
    store.programmes.record(written, privacyAtFirst(form), by),
  answer: (visit, _, id) => onwardTo('programmes')(visit, { id }),
  again: (visit, _, failed) => newPage(visit, failed),
})

const rewordProgramme = change('/desk/programmes/:id/terms', 'matter', {
  ...ofProgramme,
  name: 'terms',
  keepsWords: true,
  form: programmeForm,
  decide: (_visit, programme, { basedOn, ...written }) =>
    rewriteProgramme(programme, written, basedOn),
  record: ({ store, by }, { id }, written) => store.programmes.recordTerms(id, written, by),
  conflict: (visit, programme, written) => {
    lookAtProgramme(visit, programme)
    return bothTexts(visit, to('/desk/programmes', programme.id), {
      theirs: linesOfProgramme(visit.store, programmeTermsOf(programme)),
      yours: linesOfProgramme(visit.store, written),
    })
  },
})

const holdProgramme = change('/desk/programmes/:id/depth', 'matter', {
  ...ofProgramme,
  ...holds('programmes'),
})

/**
 * R16: a session of the group has a date and, afterwards, a head count. There is nowhere for what
 * was said.
 */
const addSession = change('/desk/programmes/:id/sessions', 'matter', {
  ...ofProgramme,
  name: 'sessions',
  form: ({ today }) => sessionForm(today),
  decide: (_visit, programme, { heldOn }) =>
    // It is counted in a list that everyone here reads, so a private programme has no part in it.
    programme.depth === 'named'
      ? refuse('heldOn', 'This programme is held in private, so its sessions are not listed here')
      : planUnrecorded({ heldOn, name: programmeTermsOf(programme).name }),
  record: ({ store, by }, { id }, session) =>
    store.unrecordedSessions.record({ ...session, programmeId: id }, by),
})

/**
 * Whoever took part says for themselves whether the others may see their name, and takes it back
 * as easily.
 */
const joinAlumni = change('/desk/programmes/:id/alumni', 'matter', {
  ...ofProgramme,
  name: 'alumni',
  allow: ({ who }) => may.own(who),
  form: AlumnusForm,
  decide: (_visit, _programme, form) => accept(form),
  record: ({ store, by, who }, { id, alumniIds }, { agreed }) => {
    if (alumniIds.includes(who.personId) !== agreed) store.programmes.recordAlumnus(id, agreed, by)
  },
})

/**
 * Programmes: what a mentoring scheme is for, its sessions that are not recorded, and who took
 * part.
 */
export const programmesRoutes: readonly Route[] = [
  page('/desk/programmes', 'read', listPage),
  page('/desk/programmes/new', 'write', (visit) => newPage(visit)),
  addProgramme,
  page('/desk/programmes/:id', 'matter', showPage),
  rewordProgramme,
  holdProgramme,
  addSession,
  joinAlumni,
]

import type { Refusal } from '../../domain/decision.ts'
import { isOpen } from '../../domain/action.ts'
import { may } from '../../domain/may.ts'
import { termsOf, type Programme } from '../../domain/programme.ts'
import type { Store } from '../../store/store.ts'
import { refused } from '../answer.ts'
import { notAllowed, notFound } from '../errors.ts'
import { view } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { choicesOf, idIn, look, namesOf, titleOfAction, titleOfConcern } from './names.ts'

/** The programme that an address speaks of, for whoever may know of it. */
export const findProgramme = (store: Store, visit: Visit): Programme => {
  const programme = store.programmes.find(idIn(visit.params.id), visit.who)
  if (!programme) throw notFound()
  return programme
}

/** ... and for whoever may change it. */
export const findProgrammeToChange = (store: Store, visit: Visit): Programme => {
  const programme = findProgramme(store, visit)
  if (!may.change(visit.who, programme)) throw notAllowed()
  return programme
}

/** The page of a programme again, with what was wrong and everything typed (R23). */
export const refusedProgramme = (desk: Desk, visit: Visit, programme: Programme, form: string, errors: Refusal[]) => {
  look(desk.store, visit.by, 'programme', programme)
  return refused(visit.request, visit.reply, errors, () => programmePage(desk, visit, programme, { form, errors, body: visit.body }))
}

/** What is known of a programme, and what became of each opportunity, as far as this person may know. */
export const programmePage = (desk: Desk, visit: Visit, programme: Programme, failed?: Parameters<Desk['frame']>[3]) => {
  const { store } = desk
  const standings = store.sources.standings()
  const concerns = store.concerns.list(visit.who)
  const actions = store.actions.list(visit.who)
  return view('desk/programmes/show', {
    frame: desk.frame(visit, programme.depth === 'named' ? 'Held in private' : termsOf(programme).name, 'events', failed), names: namesOf(store), choices: choicesOf(store), programme, sessions: store.unrecorded.ofProgramme(programme.id),
    concerns: new Map(concerns.map((each) => [each.id, { text: titleOfConcern(each), standing: standings.get(each.id)!.standing, isHeld: each.depth === 'named' }])), actions: new Map(actions.map((each) => [each.id, each])),
    allConcerns: concerns.filter((each) => each.mergedIntoId === null).map((each) => ({ id: each.id, text: titleOfConcern(each) })), allActions: actions.filter(isOpen).map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
    telling: programme.depth === 'named' ? null : store.tellings.list().findLast((each) => each.programmeId === programme.id && each.kind === 'programme') ?? null,
    mayChange: may.change(visit.who, programme), mayDraft: may.draft(visit.who), mayJoin: may.own(visit.who), isAlumnus: programme.alumniIds.includes(visit.who.personId)
  })
}

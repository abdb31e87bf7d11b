import type { Desk, Visit } from '../../visit.ts'
import { choicesOf, namesOf, titleOfAction, titleOfConcern } from '../../../../work/names.ts'
import type { Refusal } from '../../../../domain/decision.ts'
import { isOpen } from '../../../../domain/actions/action.ts'
import { sayWhen } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import type { Concern } from '../../../../domain/concerns/concern.ts'
import { programmeTermsOf, type Programme } from '../../../../domain/evidence/programme.ts'
import type { Store } from '../../../../store/store.ts'
import { refused } from '../../../answer.ts'
import { notAllowed, notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import { idIn, look } from '../../names.ts'

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
export const refusedProgramme = (
  desk: Desk,
  visit: Visit,
  programme: Programme,
  form: string,
  errors: Refusal[],
) => {
  look(desk.store, visit.by, 'programme', programme)
  return refused(visit.request, visit.reply, errors, () =>
    programmePage(desk, visit, programme, { form, errors, body: visit.body }),
  )
}

/**
 * Those whose names may stand here. Whoever could not take the name back, because they left or may
 * not open this page, is not named.
 */
const alumniOf = (store: Store, programme: Programme): string[] =>
  store.people
    .list()
    .filter(
      (each) =>
        each.endedAt === null &&
        programme.alumniIds.includes(each.id) &&
        (programme.depth !== 'named' || programme.list.includes(each.id)),
    )
    .map((each) => each.name)

/**
 * What is known of a programme, and what became of each opportunity, as far as this person may
 * know.
 */
export const programmePage = (
  desk: Desk,
  visit: Visit,
  programme: Programme,
  failed?: Parameters<Desk['frame']>[3],
) => {
  const { store } = desk
  const standings = store.sources.standings()
  const concerns = store.concerns.list(visit.who)
  const actions = store.actions.list(visit.who)
  const byId = new Map(concerns.map((each) => [each.id, each]))
  /** What a concern was joined to goes on for it. */
  const goesOnIn = (concern: Concern): Concern =>
    byId.has(concern.mergedIntoId ?? 0) ? goesOnIn(byId.get(concern.mergedIntoId!)!) : concern
  /**
   * In a list to choose from, what is held in private is told apart by when it was said and its
   * ground alone.
   */
  const called = (concern: Concern): string =>
    concern.depth === 'named'
      ? `${titleOfConcern(concern)}, ${sayWhen(concern.raisedOn)}. ${concern.ground ?? ''}`
      : titleOfConcern(concern)
  return view('desk/evidence/programmes/show', {
    frame: desk.frame(
      visit,
      programme.depth === 'named' ? 'Held in private' : programmeTermsOf(programme).name,
      'events',
      failed,
    ),
    names: namesOf(store),
    choices: choicesOf(store),
    programme,
    alumni: alumniOf(store, programme),
    sessions: store.unrecordedSessions.ofProgramme(programme.id),
    concerns: new Map(
      concerns.map((each) => [
        each.id,
        { text: titleOfConcern(each), standing: standings.get(goesOnIn(each).id)!.standing },
      ]),
    ),
    actions: new Map(actions.map((each) => [each.id, each])),
    allConcerns: concerns
      .filter((each) => each.mergedIntoId === null)
      .map((each) => ({ id: each.id, text: called(each) })),
    allActions: actions
      .filter(isOpen)
      .map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
    publication:
      programme.depth === 'named'
        ? null
        : (store.publications
            .list()
            .findLast(
              (each) =>
                each.programmeId === programme.id &&
                each.kind === 'programme' &&
                !store.sources.evidence.isHeld(each),
            ) ?? null),
    mayChange: may.change(visit.who, programme),
    add: visit.query.add ?? '',
    mayDraft: may.draft(visit.who),
    mayJoin: may.own(visit.who),
    isAlumnus: programme.alumniIds.includes(visit.who.personId),
  })
}

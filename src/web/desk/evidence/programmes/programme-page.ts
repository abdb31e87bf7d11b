import type { Standing } from '../../../../domain/concerns/standing.ts'
import { programmeTermsOf, type Programme } from '../../../../domain/evidence/programme.ts'
import { may } from '../../../../domain/may.ts'
import type { Store } from '../../../../store/store.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { EvidenceViews } from '../../../views/desk/evidence.ts'
import type { Drawn } from '../../../views/view.ts'
import { actionsToChoose, concernsToChoose, idIn, look } from '../../names.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { mayChange, onwardTo, publicWordsOf, type MovesOf } from '../matters.ts'

/** The programme that an address speaks of, for whoever may know of it. */
export const findProgramme = ({ store, params, who }: Visit): Programme => {
  const programme = store.programmes.find(idIn(params.id), who)
  if (!programme) throw notFound()
  return programme
}

/** R11: the look at a programme that is held in private, before anything of it is drawn. */
export const lookAtProgramme = ({ store, by }: Visit, programme: Programme): void =>
  look(store, by, 'programme', programme)

/** What every change of a programme has in common. */
export const ofProgramme: MovesOf<Programme> = {
  find: findProgramme,
  allow: mayChange,
  answer: onwardTo('programmes'),
  again: (visit, programme, failed) => {
    lookAtProgramme(visit, programme)
    return programmePage(visit, programme, failed)
  },
}

/**
 * What is known of a programme, and what became of each opportunity, as far as this person may
 * know.
 */
export const programmePage = (visit: Visit, programme: Programme, failed?: Failed): Drawn => {
  const { store, who, query } = visit
  const title = programme.depth === 'named' ? 'Held in private' : programmeTermsOf(programme).name
  return view('desk/evidence/programmes/show', {
    frame: frameOf(visit, title, 'events', failed),
    names: namesOf(store),
    choices: choicesOf(store, { organisationIds: programmeTermsOf(programme).partnerIds }),
    programme,
    alumni: alumniOf(store, programme),
    sessions: store.unrecordedSessions.ofProgramme(programme.id),
    ...becomes(visit, programme),
    ...publicWordsOf(visit, 'programme', programme),
    mayChange: mayChange(visit, programme),
    add: query.add ?? '',
    mayJoin: may.own(who),
    isAlumnus: programme.alumniIds.includes(who.personId),
  })
}

type ShowProgramme = EvidenceViews['desk/evidence/programmes/show']

/**
 * Those whose names may stand here. Whoever could not take the name back, because they left or may
 * not open this page, is not named.
 */
const alumniOf = (store: Store, { alumniIds, depth, list }: Programme): string[] =>
  store.people
    .list()
    .filter(
      ({ id, endedAt }) =>
        endedAt === null && alumniIds.includes(id) && (depth !== 'named' || list.includes(id)),
    )
    .map((each) => each.name)

/** What opportunities became, and where each of that stands; and what they may become. */
const becomes = (
  visit: Visit,
  { points }: Programme,
): Pick<ShowProgramme, 'concerns' | 'actions' | 'allConcerns' | 'allActions'> => {
  const { store, who } = visit
  const steps = points.flatMap((each) => each.steps)
  const concerns = store.concerns.listOf(
    steps.flatMap((each) => each.concernId ?? []),
    who,
  )
  const actions = store.actions.listOf(
    steps.flatMap((each) => each.actionId ?? []),
    who,
  )
  return {
    concerns: new Map(
      concerns.map((each) => [
        each.id,
        { text: titleOfConcern(each), standing: standingOf(visit, each.id) },
      ]),
    ),
    actions: new Map(actions.map((each) => [each.id, each])),
    allConcerns: concernsToChoose(visit, () => true),
    allActions: actionsToChoose(visit, (each) => each.isOpen),
  }
}

/** What a concern was joined to goes on for it, as far as this person may know of that. */
const standingOf = (visit: Visit, id: number): Standing => {
  const { store, who } = visit
  const { standing, mergedIntoId } = store.glances.concern(id)!
  const into = mergedIntoId === null ? undefined : store.glances.concern(mergedIntoId)
  return into && !into.isTakenOut && may.see(who, into) ? standingOf(visit, into.id) : standing
}

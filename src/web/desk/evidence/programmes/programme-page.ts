import { isOpen } from '../../../../domain/actions/action.ts'
import type { Concern } from '../../../../domain/concerns/concern.ts'
import { sayWhen } from '../../../../domain/day.ts'
import { programmeTermsOf, type Programme } from '../../../../domain/evidence/programme.ts'
import { may } from '../../../../domain/may.ts'
import type { Store } from '../../../../store/store.ts'
import { choicesOf, namesOf, titleOfAction, titleOfConcern } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { EvidenceViews } from '../../../views/desk/evidence.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn, look } from '../../names.ts'
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
    ...concernsFor(visit),
    ...actionsFor(visit),
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

/** Where each concern stands, and which an opportunity may become. */
const concernsFor = ({ store, who }: Visit): Pick<ShowProgramme, 'concerns' | 'allConcerns'> => {
  const concerns = store.concerns.list(who)
  const byId = new Map(concerns.map((each) => [each.id, each]))
  /** What a concern was joined to goes on for it. */
  const goesOnIn = (concern: Concern): Concern => {
    const into = byId.get(concern.mergedIntoId ?? 0)
    return into ? goesOnIn(into) : concern
  }
  const lineOf = (concern: Concern) => ({
    text: titleOfConcern(concern),
    standing: store.glances.concern(goesOnIn(concern).id)!.standing,
  })
  return {
    concerns: new Map(concerns.map((each) => [each.id, lineOf(each)])),
    allConcerns: concerns
      .filter((each) => each.mergedIntoId === null)
      .map((each) => ({ id: each.id, text: titleToChoose(each) })),
  }
}

/**
 * In a list to choose from, what is held in private is told apart by when it was said and its
 * ground alone.
 */
const titleToChoose = (concern: Concern): string =>
  concern.depth === 'named'
    ? `${titleOfConcern(concern)}, ${sayWhen(concern.raisedOn)}. ${concern.ground ?? ''}`
    : titleOfConcern(concern)

const actionsFor = ({ store, who }: Visit): Pick<ShowProgramme, 'actions' | 'allActions'> => {
  const actions = store.actions.list(who)
  return {
    actions: new Map(actions.map((each) => [each.id, each])),
    allActions: actions
      .filter(isOpen)
      .map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
  }
}

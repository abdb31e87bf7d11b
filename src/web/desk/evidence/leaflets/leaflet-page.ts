import { languageName } from '../../../../domain/language.ts'
import { leafletTermsOf, successorOf, type Leaflet } from '../../../../domain/evidence/leaflet.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { LeafletChoices } from '../../../views/desk/evidence.ts'
import type { Drawn } from '../../../views/view.ts'
import { actionsToChoose, idIn, look } from '../../names.ts'
import { frameOf } from '../../route.ts'
import type { Desk, Visit } from '../../visit.ts'
import { mayChange, onwardTo, publicWordsOf, type MovesOf } from '../matters.ts'

/** The leaflet that an address speaks of, for whoever may know of it. */
export const findLeaflet = ({ store, params, who }: Visit): Leaflet => {
  const leaflet = store.leaflets.find(idIn(params.id), who)
  if (!leaflet) throw notFound()
  return leaflet
}

/** R11: the look at a leaflet that is held in private, before anything of it is drawn. */
export const lookAtLeaflet = ({ store, by }: Visit, leaflet: Leaflet): void =>
  look(store, by, 'leaflet', leaflet)

/** What every change of a leaflet has in common. */
export const ofLeaflet: MovesOf<Leaflet> = {
  find: findLeaflet,
  allow: mayChange,
  answer: onwardTo('leaflets'),
  again: (visit, leaflet, failed) => {
    lookAtLeaflet(visit, leaflet)
    return leafletPage(visit, leaflet, failed)
  },
}

/** The languages that a leaflet may be in: those that the board is read in. */
const languagesOf = ({ languages }: Desk): LeafletChoices['languages'] =>
  languages.map(({ code }) => ({ code, name: languageName(code) }))

/** ... and what each is called, by its code. */
export const namesOfLanguages = (desk: Desk): Record<string, string> =>
  Object.fromEntries(languagesOf(desk).map(({ code, name }) => [code, name]))

/** What the form of a leaflet offers to choose from. */
export const offered = (visit: Visit, but?: Leaflet): LeafletChoices => {
  const { store, who, desk } = visit
  const { organisationId, actionId } = but ? leafletTermsOf(but) : NEW
  return {
    choices: choicesOf(store, { organisationIds: [organisationId] }),
    languages: languagesOf(desk),
    questions: actionsToChoose(
      visit,
      (each) => each.kind === 'question',
      actionId === null ? [] : [actionId],
    ),
    others: store.leaflets
      .list(who)
      .filter((each) => each.id !== but?.id)
      .map((each) => ({ id: each.id, text: titleOf(each) })),
  }
}
const NEW = { organisationId: null, actionId: null }

const titleOf = (leaflet: Leaflet): string => {
  const { title, version } = leafletTermsOf(leaflet)
  return leaflet.depth === 'named' ? 'Held in private' : [title, version].filter(Boolean).join(', ')
}

/** What is known of a leaflet, its files, and who handed it out. */
export const leafletPage = (visit: Visit, leaflet: Leaflet, failed?: Failed): Drawn => {
  const { store, who, desk } = visit
  const all = store.leaflets.list(who)
  const { actionId, replacesId, title } = leafletTermsOf(leaflet)
  const shown = leaflet.depth === 'named' ? 'Held in private' : title
  return view('desk/evidence/leaflets/show', {
    frame: frameOf(visit, shown, 'events', failed),
    names: namesOf(store),
    leaflet,
    ...offered(visit, leaflet),
    called: namesOfLanguages(desk),
    question: actionId === null ? null : (store.actions.find(actionId, who) ?? null),
    replaces: all.find((each) => each.id === replacesId) ?? null,
    replacedBy: successorOf(leaflet, all) ?? null,
    ...publicWordsOf(visit, 'leaflet', leaflet),
    mayChange: mayChange(visit, leaflet),
  })
}

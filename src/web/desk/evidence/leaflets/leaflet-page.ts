import { languageName } from '../../../../domain/language.ts'
import { leafletTermsOf, successorOf, type Leaflet } from '../../../../domain/evidence/leaflet.ts'
import { may } from '../../../../domain/may.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { LeafletChoices } from '../../../views/desk/evidence.ts'
import type { Drawn } from '../../../views/view.ts'
import type { LeafletGlance } from '../../../../store/glance/glance.ts'
import { actionsToChoose, idIn, idsToChoose, look } from '../../names.ts'
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
  const { store, desk } = visit
  const { organisationId, actionId, replacesId } = but ? leafletTermsOf(but) : NEW
  return {
    choices: choicesOf(store, { organisationIds: [organisationId] }),
    languages: languagesOf(desk),
    questions: actionsToChoose(
      visit,
      (each) => each.kind === 'question',
      actionId === null ? [] : [actionId],
    ),
    others: leafletsToChoose(visit, but?.id, replacesId),
  }
}
const NEW = { organisationId: null, actionId: null, replacesId: null }

/** Leaflets that one may take the place of, by their titles. */
const leafletsToChoose = (
  visit: Visit,
  butId: number | undefined,
  chosenId: number | null,
): LeafletChoices['others'] => {
  const { store, who } = visit
  const ids = idsToChoose(
    visit,
    store.glances.leaflets(),
    (each) => each.id !== butId,
    chosenId === null ? [] : [chosenId],
  )
  const shown = store.leaflets.listOf(ids.shown, who)
  return { ...ids, shown: shown.map((each) => ({ id: each.id, text: titleOf(each) })) }
}

const titleOf = (leaflet: Leaflet): string => {
  const { title, version } = leafletTermsOf(leaflet)
  return leaflet.depth === 'named' ? 'Held in private' : [title, version].filter(Boolean).join(', ')
}

/** As far as this person may know of them. */
export const seenBy = ({ store, who }: Visit): LeafletGlance[] =>
  [...store.glances.leaflets()].filter((each) => may.see(who, each))

/** What is known of a leaflet, its files, and who handed it out. */
export const leafletPage = (visit: Visit, leaflet: Leaflet, failed?: Failed): Drawn => {
  const { store, who, desk } = visit
  const { actionId, replacesId, title } = leafletTermsOf(leaflet)
  const successor = successorOf(leaflet, seenBy(visit))
  const shown = leaflet.depth === 'named' ? 'Held in private' : title
  return view('desk/evidence/leaflets/show', {
    frame: frameOf(visit, shown, 'events', failed),
    names: namesOf(store),
    leaflet,
    ...offered(visit, leaflet),
    called: namesOfLanguages(desk),
    question: actionId === null ? null : (store.actions.find(actionId, who) ?? null),
    replaces: store.leaflets.find(replacesId ?? 0, who) ?? null,
    replacedBy: store.leaflets.find(successor?.id ?? 0, who) ?? null,
    ...publicWordsOf(visit, 'leaflet', leaflet),
    mayChange: mayChange(visit, leaflet),
  })
}

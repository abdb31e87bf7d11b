import {
  isOpen,
  isOverdue,
  isProposed,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { themesOf, wordingOf, type Concern } from '../../../domain/concerns/concern.ts'
import { sayWhen, type When } from '../../../domain/day.ts'
import { leafletTermsOf } from '../../../domain/evidence/leaflet.ts'
import { programmeTermsOf } from '../../../domain/evidence/programme.ts'
import { eventTermsOf, SAY_EVENT } from '../../../domain/evidence/event.ts'
import { say } from '../../../domain/say.ts'
import { titleOf } from '../../../domain/round-tables/round-table.ts'
import type { Names } from '../../../work/names.ts'
import { to } from '../../to.ts'
import type { Visit } from '../visit.ts'
import type { Candidates } from './candidates.ts'
import { sentences, type Thing, type Things } from './found.ts'

type Noun = NonNullable<Thing['held']>['noun']

/** R11: what is held is read by its words, and drawn without them. */
const heldAs = (
  noun: Noun,
  { id, depth, ground }: { id: number; depth: string; ground: string | null },
): Pick<Thing, 'held'> => (depth === 'named' ? { held: { id, noun, ground } } : {})

export const concernsFound = ({ store }: Visit, names: Names, concerns: Concern[]): Things => {
  const standingOf = (id: number): string => say.standing(store.glances.concern(id)!.standing)
  return {
    key: 'concerns',
    title: 'Concerns',
    things: concerns.toReversed().map((concern): Thing => {
      const { text, areaId } = wordingOf(concern)
      const table = names.table(concern.roundTableId)
      const raised = `Raised ${table ? `at the ${titleOf(table)}` : sayWhen(concern.raisedOn)}`
      const themes = themesOf(wordingOf(concern)).map(names.theme)
      return {
        title: text,
        also: [
          ...concern.wordings.map((each) => each.text),
          ...themes,
          names.area(areaId),
          raised,
          concern.originNote ?? '',
        ],
        numbers: [],
        path: to('/desk/concerns', concern.id),
        where: () =>
          concern.mergedIntoId === null
            ? sentences(raised, standingOf(concern.id))
            : sentences(raised, 'Joined to another concern'),
        isSaid: true,
        ...heldAs('concern', concern),
      }
    }),
  }
}

export const actionsFound = ({ today }: Visit, names: Names, actions: Action[]): Things => ({
  key: 'actions',
  title: 'Actions',
  things: actions.toReversed().map((action): Thing => {
    const terms = termsOf(action)
    const owner = [names.organisation(terms.leadId), names.seat(terms.seatId)].filter(Boolean)
    const status = isOpen(action) ? say.statusOf(action) : 'Closed'
    return {
      title: terms.text,
      also: [
        ...owner,
        ...terms.helperIds.map(names.organisation),
        status,
        ...action.updates.filter((each) => each.takenBackAt === null).map((each) => each.text),
      ],
      numbers: [action.number],
      path: to('/desk/actions', action.id),
      where: () =>
        sentences(
          action.number,
          owner.join(', '),
          isProposed(action) ? 'Not yet accepted' : status,
          isOpen(action) && terms.by !== null && `By ${sayWhen(terms.by)}`,
          isOpen(action) && isOverdue(action, today) && 'Late',
        ),
      ...heldAs('action', action),
    }
  }),
})

export const sayHeldOn = (heldOn: When | null): string => (heldOn ? sayWhen(heldOn) : 'No date yet')

/** Events, and what else shows that something was done. */
export const evidenceFound = (
  { store, who }: Visit,
  names: Names,
  { events, leaflets }: Pick<Candidates, 'events' | 'leaflets'>,
): Things => ({
  key: 'events',
  title: 'Events, programmes and leaflets',
  things: [
    ...events.map((event): Thing => {
      const terms = eventTermsOf(event)
      const day = sayHeldOn(terms.heldOn)
      return {
        title: terms.name,
        also: [
          SAY_EVENT[terms.kind],
          day,
          terms.place ?? '',
          terms.topics ?? '',
          terms.tookAway ?? '',
          ...terms.organisations.map((each) => names.organisation(each.organisationId)),
        ],
        numbers: [],
        path: to('/desk/events', event.id),
        where: () => sentences(SAY_EVENT[terms.kind], day, terms.place),
        ...heldAs('event', event),
      }
    }),
    ...store.programmes.list(who).map((programme): Thing => {
      const { name, aim, startsOn } = programmeTermsOf(programme)
      return {
        title: name,
        also: ['Programme', aim],
        numbers: [],
        path: to('/desk/programmes', programme.id),
        where: () => sentences('Programme', startsOn !== null && `Since ${sayWhen(startsOn)}`),
        ...heldAs('programme', programme),
      }
    }),
    ...leaflets.map((leaflet): Thing => {
      const { title, answers, place, organisationId } = leafletTermsOf(leaflet)
      return {
        title,
        also: ['Leaflet', answers, place, names.organisation(organisationId)],
        numbers: [],
        path: to('/desk/leaflets', leaflet.id),
        where: () => sentences('Leaflet', place),
        ...heldAs('leaflet', leaflet),
      }
    }),
  ],
})

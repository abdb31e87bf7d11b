import { sayWhen } from '../../../domain/day.ts'
import { eventTermsOf, SAY_EVENT, type Event } from '../../../domain/evidence/event.ts'
import { handedOut, leafletTermsOf, type Leaflet } from '../../../domain/evidence/leaflet.ts'
import { programmeTermsOf, type Programme } from '../../../domain/evidence/programme.ts'
import { languageName } from '../../../domain/language.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import { namesOf, type Names } from '../../../work/names.ts'
import { to } from '../../to.ts'
import type { PrivateSource } from '../../views/desk/publishing.ts'

/** What the record says of an event, a leaflet or a programme, beside its public words. */
export const privateSource = (store: Store, publication: Publication): PrivateSource | null => {
  const { event, leaflet, programme } = store.sources.evidence.find(publication)
  const names = namesOf(store)
  if (event) return ofEvent(event, names)
  if (leaflet) return ofLeaflet(leaflet)
  return programme ? ofProgramme(programme, names) : null
}

const ofEvent = (event: Event, names: Names): PrivateSource => {
  const { kind, name, heldOn, place, topics, tookAway, organisations } = eventTermsOf(event)
  const came = organisations.map((each) =>
    [names.organisation(each.organisationId), each.brought].filter(Boolean).join(': '),
  )
  return {
    name: `${SAY_EVENT[kind]}: ${name}`,
    href: to('/desk/events', event.id),
    lines: lines({
      When: heldOn && sayWhen(heldOn),
      Where: place,
      'Who took part': came.join('. '),
      'What it was about': topics,
      'What people took away': tookAway,
    }),
    files: [],
  }
}

const ofLeaflet = (leaflet: Leaflet): PrivateSource => {
  const { title, version, languages } = leafletTermsOf(leaflet)
  const handed = `${handedOut(leaflet)} counted. In public: whole tens, and nothing below ten`
  return {
    name: [title, version].filter(Boolean).join(', '),
    href: to('/desk/leaflets', leaflet.id),
    lines: lines({
      Languages: languages.map(languageName).join(', '),
      Files: leaflet.files.length ? null : 'None yet',
      'Handed out': leaflet.handings.length ? handed : null,
    }),
    files: leaflet.files.map((each) => ({
      name: `${languageName(each.language)} file`,
      href: to('/desk/leaflets', leaflet.id, 'files', each.id),
    })),
  }
}

const ofProgramme = (programme: Programme, names: Names): PrivateSource => {
  const { name, startsOn, aim, partnerIds } = programmeTermsOf(programme)
  return {
    name,
    href: to('/desk/programmes', programme.id),
    lines: lines({
      Began: startsOn && sayWhen(startsOn),
      Partners: partnerIds.map(names.organisation).join(', '),
      'What it is for': aim,
    }),
    files: [],
  }
}

const lines = (all: Record<string, string | null>): PrivateSource['lines'] =>
  Object.entries(all)
    .filter(([, text]) => text)
    .map(([label, text]) => ({ label, text: text! }))

import { sayWhen } from '../../../domain/day.ts'
import { eventTermsOf, SAY_EVENT, type Event } from '../../../domain/evidence/event.ts'
import { handedOut, leafletTermsOf, type Leaflet } from '../../../domain/evidence/leaflet.ts'
import { programmeTermsOf, type Programme } from '../../../domain/evidence/programme.ts'
import { languageName } from '../../../domain/language.ts'
import type { ToldLine } from '../../../domain/publishing/kinds/round-table/drafted.ts'
import { sayDecided } from '../../../domain/round-tables/notes/vote.ts'
import { isFinished, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import { namesOf, type Names } from '../../../work/names.ts'
import { to } from '../../to.ts'
import type { PrivateSource } from '../../views/desk/publishing.ts'

/**
 * What the record says of an event, a leaflet, a programme, a photo or a round table, beside its
 * public words.
 */
export const privateSource = (store: Store, publication: Publication): PrivateSource | null => {
  const { event, leaflet, programme } = store.sources.evidence.find(publication)
  const names = namesOf(store)
  if (event) return ofEvent(event, names)
  if (leaflet) return ofLeaflet(leaflet)
  if (programme) return ofProgramme(programme, names)
  const photo = ofPhoto(store, publication.shownPhotoId, names)
  if (photo) return photo
  const { roundTableId } = publication
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return table && isFinished(table) ? ofTable(table, store) : null
}

/** What it came to that has no public words yet: whoever writes its page reads it beside (R9). */
const ofTable = (table: RoundTable, store: Store): PrivateSource => {
  const { priorities, agreed } = store.sources.draftedFrom(table)
  const untold = (label: string, all: ToldLine[]): PrivateSource['lines'] =>
    all.filter((each) => each.told === null).map((each) => ({ label, text: each.own }))
  return {
    name: `${titleOf(table)}: not in public words yet`,
    href: to('/desk/round-tables', table.slug, 'minutes'),
    lines: [
      ...untold('Comes first', priorities),
      ...untold('Agreed', agreed),
      ...decisionsAt(table, store).map((text) => ({ label: 'Decided', text })),
    ],
    files: [],
  }
}

/** What was written down as decided, but for what hangs on a matter that is held in private (R11). */
const decisionsAt = ({ id }: RoundTable, store: Store): string[] => {
  const decided = store.notes.ofTable(id).filter(({ kind }) => kind === 'decision')
  const under = decided.flatMap(({ concernId }) => concernId ?? [])
  const held = store.concerns.listUnfiltered(under).filter(({ depth }) => depth === 'named')
  return decided
    .filter(({ concernId }) => !held.some((each) => each.id === concernId))
    .map(({ text }) => sayDecided(text))
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

/** The photo as it was sent: there it is taken back, and others are put forward. */
const ofPhoto = (store: Store, id: number | null, names: Names): PrivateSource | null => {
  const shown = id === null ? undefined : store.shownPhotos.find(id)
  if (!shown) return null
  const { actionId } = store.shownPhotos.saidWith(shown.id)
  const { consent, personId } = shown
  return {
    name: 'The photo in the record',
    href: to('/desk/actions', actionId, 'photos', shown.photoId, 'showing'),
    lines: lines({
      'Asked by': consent && names.person(consent.askedById),
      For: consent && consent.use,
      Until: consent && sayWhen(consent.until),
      'Looked at by': names.person(personId),
    }),
    files: [],
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

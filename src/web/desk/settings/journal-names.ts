import { wordingOf } from '../../../domain/concerns/concern.ts'
import { termsOf } from '../../../domain/actions/action.ts'
import { titleOf } from '../../../domain/round-tables/round-table.ts'
import { may } from '../../../domain/may.ts'
import { say } from '../../../domain/say.ts'
import { to, type Path } from '../../to.ts'
import { named as namedEntries } from '../publishing/entry-lines.ts'
import type { Visit } from '../visit.ts'

/** What a line of the journal speaks of, as its page calls it now, and where that is. */
export interface Spoken {
  name: string
  path: Path
}

/** No word of a matter held in private: opening it is a look, and that is written down (R11). */
const HELD = 'Held in private'

/**
 * Names what lines of the journal speak of. The table holds ids alone; a name is worked out when the
 * page is drawn, for what its reader may know, and nothing where they may not.
 */
export const spokenOf = (visit: Visit): ((noun: string, nounId: string) => Spoken | null) => {
  const of = finders(visit)
  const found = new Map<string, Spoken | null>()
  return (noun, nounId) => {
    if (noun === 'backup') return may.keep(visit.who) ? backupAt(nounId) : null
    const id = Number(nounId)
    const key = `${noun} ${id}`
    // Many lines of a page speak of one record.
    if (!found.has(key)) found.set(key, Number.isInteger(id) ? (of[noun]?.(id) ?? null) : null)
    return found.get(key) ?? null
  }
}

/** A backup is known by the moment that it holds (R26). */
const backupAt = (at: string): Spoken => ({
  name: `of ${say.when(say.day(at))}, ${say.time(at)}`,
  path: '/desk/settings/backups',
})

const finders = ({ store, who }: Visit): Record<string, (id: number) => Spoken | null> => {
  const seats = new Map(store.organisations.seats().map((each) => [each.id, each.title]))
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const onPeople = (part: string, name: string | undefined): Spoken | null =>
    name === undefined ? null : { name, path: `/desk/people#${part}` }
  return {
    concern: (id) =>
      named('/desk/concerns', store.concerns.find(id, who), (each) => wordingOf(each).text),
    action: (id) =>
      named('/desk/actions', store.actions.find(id, who), (each) => termsOf(each).text),
    event: (id) =>
      named('/desk/events', store.events.find(id, who), (each) => say.eventTermsOf(each).name),
    programme: (id) =>
      named(
        '/desk/programmes',
        store.programmes.find(id, who),
        (each) => say.programmeTermsOf(each).name,
      ),
    leaflet: (id) =>
      named(
        '/desk/leaflets',
        store.leaflets.find(id, who),
        (each) => say.leafletTermsOf(each).title,
      ),
    'round table': (id) => {
      const table = tables.get(id)
      return table ? { name: titleOf(table), path: to('/desk/round-tables', table.slug) } : null
    },
    entry: (id) => {
      const glance = store.glances.publication(id)
      const [told] = glance && !glance.isHeld ? namedEntries(store, [glance]) : []
      return told ? { name: told.name, path: to('/desk/entries', id) } : null
    },
    person: (id) => onPeople(`person-${id}`, store.people.find(id)?.name),
    seat: (id) => onPeople(`seat-${id}`, seats.get(id)),
    organisation: (id) => onPeople('', store.organisations.find(id)?.name),
  }
}

const named = <M extends { id: number; depth: string }>(
  folder: Path,
  found: M | undefined,
  nameOf: (found: M) => string,
): Spoken | null =>
  found
    ? { name: found.depth === 'named' ? HELD : nameOf(found), path: to(folder, found.id) }
    : null

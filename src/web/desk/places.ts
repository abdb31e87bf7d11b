import { sayWhen } from '../../domain/day.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import { to, type Path } from '../to.ts'
import type { PlaceGroup } from '../views/desk/frame.ts'
import type { Visit } from './visit.ts'

interface Place {
  path: Path
  label: string
}
type Group = [title: string, ...places: (Place | false)[]]

/**
 * The menu: every place of the desk that this person may go to, in five groups. The page one is on
 * is said, and so is the place that it belongs to.
 * @param active the last step of the place's address, for a page whose own address is elsewhere.
 */
export const placesOf = (
  { desk, today, request, who }: Pick<Visit, 'desk' | 'today' | 'request' | 'who'>,
  active: string,
): PlaceGroup[] => {
  const groups = [tables(desk.store, today, who), record(who), told(who), people(who), you]
  const path = request.url.replace(/[?#].*/, '')
  const all = groups.flatMap(([, ...places]) => places.filter((each) => each !== false))
  const here =
    all
      .filter((each) => path === each.path || path.startsWith(`${each.path}/`))
      .toSorted((a, b) => b.path.length - a.path.length)[0] ??
    all.find((each) => each.path === `/desk/${active}`)
  return groups.map(([title, ...places]) => ({
    title,
    isHere: here !== undefined && places.includes(here),
    places: places
      .filter((each) => each !== false)
      .map((each) => ({
        ...each,
        current: each !== here ? null : each.path === path ? ('page' as const) : ('true' as const),
      })),
  }))
}

const at = (path: Path, label: string): Place => ({ path, label })

const tables = (store: Visit['store'], today: string, who: Who): Group => {
  const table = store.roundTables.atHand(today)
  return [
    'Tables',
    table !== undefined &&
      at(
        to('/desk/round-tables', table.slug),
        table.isOpen ? 'The table that is open' : `Next: ${sayWhen(table.heldOn)}`,
      ),
    at('/desk/round-tables', 'All round tables'),
    at('/desk/decisions', 'What was decided'),
    may.write(who) && at('/desk/bringing-in', 'Bring in older records'),
  ]
}

const record = (who: Who): Group => [
  'Record',
  at('/desk/concerns', 'Concerns'),
  at('/desk/aims', 'Our four aims'),
  at('/desk/actions', 'Actions'),
  may.own(who) && at('/desk/mine', 'My actions'),
  at('/desk/events', 'Events'),
  at('/desk/leaflets', 'Leaflets'),
  at('/desk/programmes', 'Programmes'),
]

const told = (who: Who): Group => [
  'Public',
  at('/desk/entries', 'For the board'),
  at('/desk/translations', 'In other languages'),
  may.readMessages(who) && at('/desk/messages', 'From residents'),
  at('/desk/upwards', 'For senior officers'),
  at('/', 'Public board'),
]

const people = (who: Who): Group => [
  'People',
  at('/desk/people', 'People and seats'),
  may.write(who) && at('/desk/letters', 'Letters'),
  may.keep(who) && at('/desk/settings', 'Settings'),
  may.readJournal(who) && at('/desk/journal', 'Journal'),
]

const you: Group = ['You', at('/desk/me', 'You and your sign-in')]

import type { Db } from '../database.ts'
import { idsAs, preparedOnce } from '../group.ts'
import type { Noun } from './touched.ts'

/** Numbers of records, by what they are. */
export type Touched = Map<Noun, Set<number>>

export const add = (touched: Touched, noun: Noun, ids: Iterable<number>): void => {
  const there = touched.get(noun)
  if (there) for (const id of ids) there.add(id)
  else touched.set(noun, new Set(ids))
}

const THESE = 'in (select value from json_each(:ids))'

/** What hangs on some records, or tells of them: each statement answers numbers. */
const REACHES = {
  // R9: who may know of a concern may know of what hangs on it.
  actionsOfConcerns: `select action_id from action_concerns where concern_id ${THESE}`,
  concernsOfActions: `select concern_id from action_concerns where action_id ${THESE}`,
  concernsJoinedTo: `select into_id from merges where concern_id ${THESE}`,
  tablesOfActions: `select round_table_id from actions where id ${THESE}`,
  tablesOfConcerns: `select round_table_id from table_concerns where concern_id ${THESE}`,
  eventsOfActions: `select event_id from event_links where action_id ${THESE}`,
  eventsOfConcerns: `select event_id from event_links where concern_id ${THESE}
    union select f.event_id from finding_concerns c join findings f on f.id = c.finding_id
    where c.concern_id ${THESE}`,
  leafletsOfActions: `select leaflet_id from leaflet_terms where action_id ${THESE}`,
  programmesOfActions: `select p.programme_id from opportunity_steps s
    join programme_points p on p.id = s.point_id where s.action_id ${THESE}`,
  programmesOfConcerns: `select p.programme_id from opportunity_steps s
    join programme_points p on p.id = s.point_id where s.concern_id ${THESE}`,
  concernsToldIn: `select concern_id from publications where id ${THESE}`,
  leafletsToldIn: `select leaflet_id from publications where id ${THESE}`,
} as const
type Reach = keyof typeof REACHES

const statementsOf = preparedOnce((db: Db) => {
  const made = Object.entries(REACHES).map(([name, text]) => [
    name,
    db.$client.prepare(`select distinct * from (${text})`).pluck(),
  ])
  return Object.fromEntries(made) as Record<Reach, { all: (ids: { ids: string }) => unknown[] }>
})

/** All that may have to be looked at again where these were touched: they are added to them. */
export const reach = (db: Db, touched: Touched): Touched => {
  const statements = statementsOf(db)
  const follow = (from: Noun, by: Reach, to: Noun): number[] => {
    const ids = touched.get(from)
    if (!ids || ids.size === 0) return []
    const found = statements[by].all(idsAs([...ids])).filter((id) => id !== null) as number[]
    const fresh = found.filter((id) => !touched.get(to)?.has(id))
    if (fresh.length > 0) add(touched, to, fresh)
    return fresh
  }
  follow('concern', 'actionsOfConcerns', 'action')
  follow('action', 'concernsOfActions', 'concern')
  while (follow('concern', 'concernsJoinedTo', 'concern').length > 0);
  follow('action', 'tablesOfActions', 'round table')
  follow('concern', 'tablesOfConcerns', 'round table')
  follow('action', 'eventsOfActions', 'event')
  follow('concern', 'eventsOfConcerns', 'event')
  follow('action', 'leafletsOfActions', 'leaflet')
  follow('action', 'programmesOfActions', 'programme')
  follow('concern', 'programmesOfConcerns', 'programme')
  follow('publication', 'concernsToldIn', 'told of concern')
  follow('publication', 'leafletsToldIn', 'told of leaflet')
  // Readers answer what an entry tells, and what is told of their answers is told as well.
  const publications = touched.get('publication')
  if (publications?.size) {
    add(touched, 'said', publications)
    add(touched, 'answers', [0])
  }
  return touched
}

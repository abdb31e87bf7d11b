import type { Db } from '../../database.ts'
import { preparedOnce } from '../../group.ts'

const NOT_LISTED: Record<string, (id: string) => string> = {
  concern: (id) => `select 1 from named_people where concern_id = ${id}`,
  action: (id) => `select 1 from named_people where action_id = ${id}`,
  event: (id) => `select 1 from event_people where event_id = ${id}`,
  programme: (id) => `select 1 from programme_people where programme_id = ${id}`,
}

const unlisted = (noun: string, id: string): string =>
  `not exists (${NOT_LISTED[noun]!(id)} and person_id = :personId and removed_at is null)`

const statementsOf = preparedOnce((db: Db) => {
  const seen = (noun: string, more = ''): string =>
    `select 1 from ${noun}s as it where id = :id
    and not (depth = 'named' and ${unlisted(noun, 'it.id')}) ${more}`
  const above = `and not exists (select 1 from action_concerns l join concerns c on c.id = l.concern_id
    where l.action_id = it.id and c.depth = 'named' and ${unlisted('concern', 'c.id')})`
  return {
    concern: db.$client.prepare(seen('concern')),
    action: db.$client.prepare(seen('action', above)),
    event: db.$client.prepare(seen('event')),
    programme: db.$client.prepare(seen('programme')),
  }
})

/**
 * Asked before anything of a matter is read: what is held in private from someone, and what is not
 * there, take the same steps and the same time (R11). What it hangs on may hide it still.
 */
export const isThereFor = (
  db: Db,
  noun: 'concern' | 'action' | 'event' | 'programme',
  id: number,
  { personId }: { personId: number },
): boolean => statementsOf(db)[noun].get({ id, personId }) !== undefined

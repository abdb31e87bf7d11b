import type Database from 'better-sqlite3'
import { dayOf, type Day } from '../../domain/day.ts'

/** Where a head stands in the chain of this record, and how much was written after it. */
export interface Stands {
  link: number
  /** When the line of the journal nearest to it was written. */
  on: Day | null
  since: number
}

/** @param digits what the head begins with. */
export const whereItStands = (client: Database.Database, digits: string): Stands | undefined => {
  const found = client
    .prepare(
      `select id, (select max(id) from chain) - id as since from chain
        where substr(lower(hex(head)), 1, length(:digits)) = :digits order by id limit 1`,
    )
    .get({ digits }) as { id: number; since: number } | undefined
  if (!found) return undefined
  const at = (order: string): unknown =>
    client
      .prepare(
        `select j.at from chain l join journal j on j.id = l.row_id
          where l.table_name = 'journal' and l.id ${order} limit 1`,
      )
      .pluck()
      .get(found.id)
  const day = at('<= ? order by l.id desc') ?? at('> ? order by l.id')
  return {
    link: found.id,
    on: typeof day === 'string' ? dayOf(day) : null,
    since: found.since,
  }
}

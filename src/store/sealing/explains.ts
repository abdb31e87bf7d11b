import type Database from 'better-sqlite3'
import type { Covered } from './covered.ts'

interface Line {
  verb: string
  noun: string
  noun_id: string
}

/**
 * Whether a line of the journal says who had a row, or its words, go: it has the verb for that, and
 * is about the very publication. A translation goes where its English goes; of a row that is gone
 * nobody knows any more whose it was.
 */
export const explains = (client: Database.Database, { table, goesBy = [] }: Covered) => {
  const line = client.prepare('select verb, noun, noun_id from journal where id = ?')
  const whose = WHOSE[table]
  const isOfIt = whose === undefined ? undefined : client.prepare(whose)
  return (row: number, lineId: number | undefined): boolean => {
    const said = lineId === undefined ? undefined : (line.get(lineId) as Line | undefined)
    if (said?.noun === 'words' && ERASED.includes(said.verb)) return true
    if (!said || said.noun !== 'entry' || !goesBy.includes(said.verb)) return false
    return !isOfIt || isOfIt.get({ row, publication: Number(said.noun_id) }) !== undefined
  }
}

/** A name was taken out of all that was chosen at once: the line is about no row of its own. */
const ERASED = ['erased', 'erased again']

const WHOSE: Record<string, string> = {
  drafts: 'select 1 from drafts where id = :row and publication_id = :publication',
  overrulings: 'select 1 from overrulings where id = :row and publication_id = :publication',
  copies: `select 1 from copies c join publications p on p.id = :publication
    where c.id = :row and (p.kind = c.kind and p.slug = c.slug
      or c.kind = 'translation' and instr(c.slug, p.kind || '.' || p.slug || '.') = 1)`,
}

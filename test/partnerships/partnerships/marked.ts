import Database from 'better-sqlite3'
import { databaseFile } from '../../../src/store/folder.ts'

/**
 * Puts a word behind every sentence that stands in a record, what is told in public and what is not.
 * @returns the columns where it stands now.
 */
export const markAll = (folder: string, word: string): string[] => {
  const db = new Database(databaseFile(folder))
  const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck()
  for (const name of triggers.all() as string[]) db.exec(`drop trigger "${name}"`)
  const columns = db
    .prepare(
      `select m.name as tbl, c.name as col from sqlite_schema m, pragma_table_info(m.name) c
      where m.type = 'table' and c.type = 'TEXT' and m.name not like '\\_\\_%' escape '\\'
      and m.name not like 'sqlite%'`,
    )
    .all() as { tbl: string; col: string }[]
  const marked = columns.filter(({ tbl, col }) => {
    const rows = db
      .prepare(`select rowid as id, "${col}" as was from "${tbl}" where "${col}" like '% %'`)
      .all() as { id: number; was: string }[]
    const put = db.prepare(`update "${tbl}" set "${col}" = ? where rowid = ?`)
    for (const { id, was } of rows) put.run(withWord(was, word), id)
    return rows.length > 0
  })
  db.close()
  return marked.map(({ tbl, col }) => `${tbl}.${col}`)
}

const withWord = (text: string, word: string): string => {
  const behind = (each: string): string => (each.includes(' ') ? `${each} ${word}` : each)
  if (!/^[[{]/.test(text)) return behind(text)
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    typeof value === 'string' ? behind(value) : value,
  )
}

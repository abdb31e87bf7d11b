import Database from 'better-sqlite3'

/** How many rows each table has. */
export const countsOf = (file: string): Record<string, number> => {
  const db = new Database(file, { readonly: true })
  try {
    return Object.fromEntries(
      tablesOf(db).map((table) => [
        table,
        db.prepare(`select count(*) from "${table}"`).pluck().get() as number,
      ]),
    )
  } finally {
    db.close()
  }
}

export const tablesOf = (db: Database.Database): string[] =>
  db
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]

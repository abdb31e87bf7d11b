import Database from 'better-sqlite3'

/** Another connection to the same record, as the owner of the machine could open it. */
export const beside = (
  t: { teardown: (fn: () => unknown) => unknown },
  file: string,
): Database.Database => {
  const db = new Database(file)
  t.teardown(() => db.close())
  return db
}

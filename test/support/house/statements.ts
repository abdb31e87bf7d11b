import Database from 'better-sqlite3'

/** The statements that are asked, by their text, while something is done. */
export const statementsIn = <T>(ask: () => T): { ran: string[]; done: T } => {
  const ran: string[] = []
  const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1'))
  const kept = { get: statement.get, all: statement.all }
  for (const name of ['get', 'all'] as const)
    statement[name] = function (this: { source: string }, ...values: unknown[]) {
      ran.push(this.source)
      return kept[name].apply(this, values)
    }
  try {
    return { ran, done: ask() }
  } finally {
    Object.assign(statement, kept)
  }
}

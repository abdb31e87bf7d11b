import Database from 'better-sqlite3'

/** The statements that are asked, by their text, while something is done; and how many rows they answered. */
export const statementsIn = <T>(ask: () => T): { ran: string[]; rows: number; done: T } => {
  const { ran, rows, end } = listening()
  try {
    const done = ask()
    return { ran, rows: rows(), done }
  } finally {
    end()
  }
}

/** ... where what is done is waited for. */
export const statementsWhile = async <T>(
  ask: () => Promise<T>,
): Promise<{ ran: string[]; rows: number; done: T }> => {
  const { ran, rows, end } = listening()
  try {
    const done = await ask()
    return { ran, rows: rows(), done }
  } finally {
    end()
  }
}

const listening = () => {
  const ran: string[] = []
  let rows = 0
  const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1'))
  const kept = { get: statement.get, all: statement.all }
  for (const name of ['get', 'all'] as const)
    statement[name] = function (this: { source: string }, ...values: unknown[]) {
      ran.push(this.source)
      const answer = kept[name].apply(this, values)
      rows += Array.isArray(answer) && name === 'all' ? answer.length : 1
      return answer
    }
  return {
    ran,
    rows: () => rows,
    end: () => void Object.assign(statement, kept),
  }
}

/** The statements that are made ready while something is done. */
export const preparedWhile = async (work: () => unknown): Promise<string[]> => {
  const prepared: string[] = []
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, text: string) {
    prepared.push(text)
    return prepare.call(this, text)
  } as typeof prepare
  try {
    await work()
    return prepared
  } finally {
    Database.prototype.prepare = prepare
  }
}

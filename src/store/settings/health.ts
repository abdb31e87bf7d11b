import { dirname } from 'node:path'
import type { Db } from '../database.ts'
import { hasRoom } from '../folder.ts'
import { foundNoRoom } from '../transactions.ts'

export type Health = 'ok' | 'full'

/**
 * How the record does, for whoever watches the machine: `full` from the first write that found no
 * room until there is some again. Throws where it does not answer.
 */
export const healthOf = (db: Db, file: string) => {
  const ask = db.$client.prepare('select count(*) from sqlite_schema')
  return (): Health => {
    ask.get()
    return foundNoRoom(db) && !hasRoom(dirname(file)) ? 'full' : 'ok'
  }
}

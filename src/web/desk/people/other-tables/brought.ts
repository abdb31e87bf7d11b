import type { Brought, OtherTable } from '../../../../domain/people/own-there.ts'
import { KEY_DAYS } from '../../../../store/people/carried/table-keys.ts'
import { tablesCookie } from '../../../sign-in/session.ts'
import type { Desk, Visit } from '../../visit.ts'

/** More tables than anyone sits at, and few enough for a browser to keep. */
export const MOST_TABLES = 8

/** There are other tables on this server. */
export const isAmongOthers = ({ askTable }: Desk): boolean => askTable !== undefined

/** Where this table is, as a key names it. */
export const hostOf = ({ config }: Desk): string => new URL(config.publicUrl).hostname

/** Someone of this record, and nobody who has their number in another or after them. */
const whoseOf = ({ desk, store, who }: Visit): string =>
  `${hostOf(desk)} ${who.personId} ${store.people.find(who.personId)!.createdAt}`

/** The keys of other tables that whoever asks brought to this browser. */
export const broughtBy = (visit: Visit): Brought[] => {
  const { desk, store, who, request } = visit
  const kept = tablesCookie(desk.config, who.personId).read(request.cookies)
  return kept === undefined ? [] : store.tableKeys.open(whoseOf(visit), kept)
}

/**
 * Has their browser keep these alone: no record learns where else somebody sits. Only what they press
 * changes it: a page that was asked for before they removed one would bring it back.
 */
export const keepBrought = (visit: Visit, brought: readonly Brought[]): void => {
  const { desk, store, who, reply } = visit
  const cookie = tablesCookie(desk.config, who.personId)
  if (brought.length === 0) return cookie.clear(reply)
  cookie.set(reply, store.tableKeys.seal(whoseOf(visit), brought), KEY_DAYS)
}

/** Each of them, while a form of theirs is to be mended: it is asked once that is sent. */
export const otherTablesUnasked = (visit: Visit): OtherTable[] | null => {
  const brought = isAmongOthers(visit.desk) ? broughtBy(visit) : []
  return brought.length === 0
    ? null
    : brought.map(({ name, host }) => ({ name, host, answer: 'not asked' }))
}

/** What is theirs at each of them, as it stands there now; nothing where this table is alone. */
export const askOtherTables = async (visit: Visit): Promise<OtherTable[] | null> => {
  const { askTable } = visit.desk
  if (!askTable) return null
  return Promise.all(
    broughtBy(visit).map(async ({ name, ...key }): Promise<OtherTable> => {
      const answer = await askTable(key)
      return { name, host: key.host, answer }
    }),
  )
}

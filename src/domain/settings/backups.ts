import { addDays, dayOf, daysBetween, instantOf, type Day } from '../day.ts'

/** A whole copy of the record, as it lies in the folder of backups. */
export interface Backup {
  name: string
  /** The moment of the record that it holds. */
  at: string
  bytes: number
  /** Only whoever keeps the key can open it. */
  isEncrypted: boolean
}

const NAME = /^round-table-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)\.db(\.age)?$/

/** What a backup of a moment is called: `round-table-2026-11-30T03-04-05-678Z.db.age`. */
export const backupName = (at: string, isEncrypted: boolean): string =>
  `round-table-${at.replace(/[:.]/g, '-')}.db${isEncrypted ? '.age' : ''}`

/** ... and read back; nothing for a name that is not of a backup that was made by itself. */
export const readBackupName = (name: string): Pick<Backup, 'at' | 'isEncrypted'> | undefined => {
  const found = NAME.exec(name)
  if (!found) return undefined
  const at = `${found[1]}:${found[2]}:${found[3]}.${found[4]}`
  return Number.isNaN(Date.parse(at)) ? undefined : { at, isEncrypted: found[5] !== undefined }
}

export const newestFirst = (backups: readonly Backup[]): Backup[] =>
  backups.toSorted((a, b) => b.at.localeCompare(a.at))

/** When few people are at work. */
const BY_NIGHT = '3.00'
const HOUR_MS = 3_600_000

/**
 * Whether it is time for one: none was made since three o'clock last night (R26), so that a night
 * that was missed is made up as soon as the server runs again. What did not work is tried again
 * after an hour.
 */
export const isBackupDue = (
  backups: readonly Backup[],
  failedAt: string | null,
  now: Date,
): boolean => {
  if (failedAt !== null && now.getTime() - Date.parse(failedAt) < HOUR_MS) return false
  const since = lastNight(now).toISOString()
  return !backups.some(({ at }) => at >= since && at <= now.toISOString())
}

const lastNight = (now: Date): Date => {
  const today = dayOf(now)
  const night = instantOf(today, BY_NIGHT)
  return night <= now ? night : instantOf(addDays(today, -1), BY_NIGHT)
}

/** How old the newest may be before somebody has to look. */
const OLD_DAYS = 2

/** Whether the newest is older than it should be; where there is none yet, the first is on its way. */
export const isBackupOld = (newest: Backup | undefined, today: Day): boolean =>
  newest !== undefined && daysBetween(dayOf(newest.at), today) >= OLD_DAYS

/** What is kept: the newest few, and the newest of so many days, weeks and months. */
export const KEPT = { newest: 3, days: 7, weeks: 4, months: 3 } as const

/** How long an encrypted backup is kept from before something was erased (R29). */
export const ERASED_DAYS = 7

/** Between the moment that an erasure bears and the one at which it is on disk lies less. */
const MINUTE_MS = 60_000

/**
 * The day on which an encrypted backup goes because something in it was erased since: what nobody
 * here can open cannot be rid of it. Null where nothing was.
 */
export const goesBecauseErased = (
  { at, isEncrypted }: Pick<Backup, 'at' | 'isEncrypted'>,
  erasedAt: readonly string[],
): Day | null => {
  const since = new Date(Date.parse(at) - MINUTE_MS).toISOString()
  const first = isEncrypted ? erasedAt.filter((each) => each >= since).toSorted()[0] : undefined
  return first === undefined ? null : addDays(dayOf(first), ERASED_DAYS)
}

/**
 * Those that are to be deleted. The newest of all never is: it goes when there is another.
 * @param erasedAt when each erasure was made.
 */
export const backupsToDrop = (
  backups: readonly Backup[],
  erasedAt: readonly string[],
  today: Day,
): Backup[] => {
  const all = newestFirst(backups)
  const kept = new Set([
    ...all.slice(0, KEPT.newest),
    ...newestOf(all, KEPT.days, ({ at }) => dayOf(at)),
    ...newestOf(all, KEPT.weeks, ({ at }) => mondayOf(dayOf(at))),
    ...newestOf(all, KEPT.months, ({ at }) => dayOf(at).slice(0, 7)),
  ])
  return all.filter((each, i) => {
    const goes = goesBecauseErased(each, erasedAt)
    return i > 0 && (!kept.has(each) || (goes !== null && goes <= today))
  })
}

/** The newest of each day, week or month, for so many of them as there are backups of. */
const newestOf = (all: Backup[], most: number, periodOf: (backup: Backup) => string): Backup[] => {
  const found = new Map<string, Backup>()
  for (const each of all) if (!found.has(periodOf(each))) found.set(periodOf(each), each)
  return [...found.values()].slice(0, most)
}

const mondayOf = (day: Day): Day => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

/** `820 kB`, `12.4 MB`, `1.3 GB`. */
export const sayBytes = (bytes: number): string => {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size < 100 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

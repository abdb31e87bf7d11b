import type { Day } from '../../../domain/day.ts'
import type { Backup, KEPT } from '../../../domain/settings/backups.ts'
import type { BackupFailure } from '../../../work/backups/folder.ts'
import type { BackupState } from '../../../work/backups/keeper.ts'
import type { Path } from '../../to.ts'
import type { DeskFrame } from './frame.ts'

/** No new backup: how old the newest is, or why the last try came to nothing. */
export interface BackupTrouble {
  newest: Backup | null
  failed: BackupFailure | null
  isMaking: boolean
}

/** Every template of desk/settings, and exactly what it is given. */
export interface SettingsViews {
  'desk/settings/index': {
    frame: DeskFrame
    themes: { id: number; name: string; endedOn: string | null }[]
    areas: { id: number; name: string; endedOn: string | null }[]
    /** A theme that a line of minutes named and nobody has made. */
    newTheme: string
    guarded: { id: number; word: string }[]
    live: { id: number; name: string }[]
    alone: boolean
    aloneReason: string
    communities: string
    atRisk: string
    /** Who reads the answers to our letters, and the address that the server was started with. */
    replies: string
    repliesElsewhere: string | null
    phrases: string
    places: string
    groups: string
    /** None yet, or nothing where nobody keeps any. */
    newestBackup: Backup | null | undefined
  }
  'desk/settings/backups/index': BackupState & {
    frame: DeskFrame
    isOld: boolean
    kept: typeof KEPT
  }
  'desk/settings/keeping/index': {
    frame: DeskFrame
    until: Day
    people: { id: number; name: string; endedAt: string }[]
    due: {
      rule: { what: string; kept: string; after: string }
      rows: number
      /** What it is about goes by itself. */
      isSwept: boolean
    }[]
  }
  'desk/settings/journal/index': {
    frame: DeskFrame
    lines: {
      id: number
      at: string
      name: string | null
      verb: string
      noun: string
      nounId: string
      /** Its name now, as far as whoever reads may know it (R11). */
      spoken: { name: string; path: Path } | null
    }[]
    page: number
    pages: number
  }
}

import { Readable } from 'node:stream'
import { backupName } from '../../../src/domain/settings/backups.ts'
import type { BackupState, Backups } from '../../../src/work/backups/keeper.ts'

/** A backup of a moment, as the desk is told of it. */
export const backupOf = (
  at: string,
  isEncrypted = true,
  more: Partial<BackupState['list'][number]> = {},
): BackupState['list'][number] => ({
  name: backupName(at, isEncrypted),
  at,
  bytes: 12_400_000,
  isEncrypted,
  goesOn: null,
  ...more,
})

/** One of each kind, from the sample's day. */
export const LOCKED = backupOf('2022-01-27T03:00:12.345Z')
export const PLAIN = backupOf('2022-01-26T03:00:10.000Z', false)

/**
 * Backups that stand as they are told to: what makes them is tried in test/commands/. It counts
 * what it was asked for.
 */
export const stillBackups = (state: Partial<BackupState> = {}) => {
  const asked = { made: 0, forgotten: 0 }
  let now: BackupState = {
    list: [],
    isMaking: false,
    failed: null,
    isOnSameDisk: false,
    hasKey: true,
    ...state,
  }
  const backups: Backups = {
    state: () => now,
    look: async () => {},
    make: () => {
      asked.made += 1
      now = { ...now, isMaking: true }
    },
    forget: () => {
      asked.forgotten += 1
    },
    settled: async () => {},
    // As the true ones: whatever is not encrypted is not there.
    open: async (name) =>
      now.list.some((each) => each.name === name && each.isEncrypted)
        ? { bytes: 6, stream: Readable.from([Buffer.from('locked')]) }
        : undefined,
    stop: () => {},
  }
  return {
    ...backups,
    asked,
    becomes: (next: Partial<BackupState>): void => {
      now = { ...now, ...next }
    },
  }
}

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBackupName } from '../../../src/domain/settings/backups.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { verify } from '../../../src/store/copies.ts'
import { decryptFile, newKey } from '../../../src/work/backups/age.ts'
import type { BackupFailure } from '../../../src/work/backups/folder.ts'
import { keepBackups } from '../../../src/work/backups/keeper.ts'
import { runRound, type Round } from '../../../src/work/backups/round.ts'
import { sampleFile } from '../../support/sample-file.ts'
import { emptyFolder } from '../programs.ts'

/** A folder with the whole sample partnership in it. */
export const folderOfSample = (): string => {
  const folder = emptyFolder()
  copyFileSync(sampleFile(), databaseFile(folder))
  return folder
}

/** The two halves of a key, the secret one in a file as people keep it. */
export const keyInFile = async (): Promise<{ open: string; file: string }> => {
  const { secret, open } = await newKey()
  const file = join(emptyFolder(), 'key.txt')
  writeFileSync(file, `# kept by the treasurer\n${secret}\n`)
  return { open, file }
}

/** The true keeper, and all that its log says. */
export const keeperOf = (dataDir: string, folder: string, keys: string[], now: () => Date) => {
  const said: (BackupFailure | string)[] = []
  const backups = keepBackups({ dataDir, folder, keys, isChosen: true }, now, {
    failed: (failure) => said.push(failure),
    made: ({ name }) => said.push(name),
  })
  return { ...backups, said }
}

/** One round, in this process. */
export const oneRound = (
  round: Pick<Round, 'dataDir' | 'folder' | 'at'> & Partial<Round>,
): Promise<BackupFailure | null> => runRound({ keys: [], isChosen: true, isDue: true, ...round })

/** Names of the backups of a folder, oldest first. */
export const backupsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => readBackupName(name))
    .toSorted()

/** Whether any file of a folder holds these words. */
export const holds = (folder: string, words: string): boolean =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words))

/** Throws unless every backup of a folder is sound, the encrypted ones opened first. */
export const verifyAll = async (folder: string, keyFile: string): Promise<void> => {
  for (const name of backupsIn(folder)) {
    const file = join(folder, name)
    if (!name.endsWith('.age')) verify(file)
    else {
      const opened = join(emptyFolder(), 'opened.db')
      await decryptFile(file, opened, keyFile)
      verify(opened)
    }
  }
}

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '../store/cannot-start.ts'

/** Which files of the folder are ours, a line each: nothing else in it is ever touched. */
const LIST = '.round-table-files'

/**
 * A folder of files that is brought up to date: what changed is written, each whole or not at all,
 * and what was ours and is not there any more is taken away at the end.
 */
export const openFolderOfFiles = (folder: string) => {
  const list = join(folder, LIST)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(list) && readdirSync(folder).length > 0)
    throw new CannotStart(
      `${folder} holds files of somebody else's. Name a folder that is empty or not there yet, or one that this command wrote.`,
    )
  const before = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [])
  before.delete('')
  const ours = new Set<string>()
  let written = 0
  return {
    put: (name: string, bytes: Buffer): void => {
      if (ours.has(name)) return
      ours.add(name)
      // On the list first: what a run that was stopped has written is known to the next one.
      if (!before.has(name)) appendFileSync(list, `${name}\n`)
      const file = join(folder, name)
      if (existsSync(file) && readFileSync(file).equals(bytes)) return
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.partial`, bytes)
      renameSync(`${file}.partial`, file)
      written += 1
    },
    /** @returns how many files there are, how many of them are new, and how many went. */
    finish: (): { files: number; written: number; gone: number } => {
      const gone = [...before].filter((name) => !ours.has(name))
      for (const name of gone) {
        rmSync(join(folder, name), { force: true })
        dropEmpty(folder, dirname(name))
      }
      const names = [...ours].toSorted()
      writeFileSync(`${list}.partial`, names.map((name) => `${name}\n`).join(''))
      renameSync(`${list}.partial`, list)
      return { files: names.length, written, gone: gone.length }
    },
  }
}

const dropEmpty = (folder: string, name: string): void => {
  if (name === '.' || readdirSync(join(folder, name)).length > 0) return
  rmdirSync(join(folder, name))
  dropEmpty(folder, dirname(name))
}
